package dev.docket.endpoint.local.split;

import java.util.List;

/**
 * The part of a section that has one value of a key.
 *
 * @param pages from 1, in their order
 * @param start where it begins on its first page, from 0 at the top to 1
 * @param end where it ends on its last page
 */
record Partition(String key, List<Integer> pages, double start, double end) {}
