package dev.docket.store;

import java.time.OffsetDateTime;

/**
 * How far the primary was at one moment.
 *
 * @param history which cluster it is, on which timeline, and which of its databases
 * @param flushed the end of the log on its disk: all that the snapshot sees, and every commit that was answered by then,
 *     lies before it
 * @param snapshot what it showed
 * @param moment its clock
 */
record Position(String history, String flushed, Snapshot snapshot, OffsetDateTime moment) {}
