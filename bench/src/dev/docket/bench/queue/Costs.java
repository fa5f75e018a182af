package dev.docket.bench.queue;

import java.util.Map;

/**
 * What a run has cost, each of it for one job.
 *
 * @param commits transactions that wrote something
 * @param walBytes of the log that every commit waits for
 * @param deadTuples left behind in all tables, all together and not for one job
 * @param cpuMicros by process; PostgreSQL with all of its own
 * @param residentBytes by process, at the end
 */
record Costs(
        double commits,
        double walBytes,
        long deadTuples,
        Map<String, Double> cpuMicros,
        Map<String, Long> residentBytes) {
    static final String POSTGRESQL = "postgresql";
    static final String CLIENT = "client";
}
