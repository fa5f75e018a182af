package dev.docket.endpoint.local.split;

import java.util.List;

/**
 * A part of the answer.
 *
 * @param pages from 1
 * @param partitions its parts by the key that was asked for; empty when none was, or no value of it was found
 */
record Split(String name, List<Integer> pages, double likelihood, String reasoning, List<Partition> partitions) {}
