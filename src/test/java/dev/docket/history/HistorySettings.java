package dev.docket.history;

import java.time.Duration;

/**
 * How long and how hard the run is; each a system property {@code history.*}.
 *
 * @param operations how many calls are made at least
 * @param seed of what is drawn by lot; what the scheduling of threads and processes adds is not repeatable
 * @param services processes on one database
 * @param jobs how many jobs are under way at once
 * @param clients how many clients call at once for each of them
 * @param calls how many calls each of these clients makes for one job
 * @param kill the time between two {@code kill -9} of a service that is then started again; zero for none
 * @param samples how many histories are kept for the mutations
 */
record HistorySettings(
        long operations, long seed, int services, int jobs, int clients, int calls, Duration kill, int samples) {
    HistorySettings {
        if (!kill.isZero() && services < 2) {
            throw new IllegalArgumentException("somebody has to be there when a service is killed");
        }
    }

    static HistorySettings ofSystemProperties() {
        return new HistorySettings(
                Long.getLong("history.operations", 80_000),
                Long.getLong("history.seed", 1),
                Integer.getInteger("history.services", 2),
                Integer.getInteger("history.jobs", 12),
                Integer.getInteger("history.clients", 4),
                Integer.getInteger("history.calls", 20),
                Duration.ofSeconds(Integer.getInteger("history.kill.seconds", 0)),
                Integer.getInteger("history.samples", 100));
    }

    boolean kills() {
        return !kill.isZero();
    }
}
