package dev.docket.endpoint.local.edit;

import java.util.Map;

/**
 * What goes where.
 *
 * @param texts what is written, by the number of a place
 * @param ticks whether it is ticked, by the number of a box; a box that is not here stays as it is
 */
record Filling(Map<Integer, String> texts, Map<Integer, Boolean> ticks) {}
