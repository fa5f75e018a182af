package dev.docket.bench.queue;

import java.util.List;

/** The drain of a short queue beside rows of jobs that are over: their number must not matter. */
final class History implements Scenario {
    private static final int JOBS = 20_000;
    private static final int ROUNDS = 3;

    /** More bodies than of so many jobs are left out: they lie in tables that a drain does not look into. */
    private static final long MOST_BODIES = 1_000_000;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (long rows : bench.options().rows()) {
            Database database = bench.database();
            if (rows > 0) {
                long scaled = Math.max(1000, Math.round(rows * bench.options().scale()));
                new Finished(database).fill(bench, scaled, scaled <= MOST_BODIES);
            }
            int jobs = bench.options().scaled(JOBS);
            for (int round = 1; round <= ROUNDS; round++) {
                new Queue(database).fill(bench, jobs);
                String variant = rows + " old rows, round " + round;
                bench.measure(
                        List.of(Limit.CLAIM100),
                        () -> bench.drain(database, jobs).figure(name(), variant));
            }
            bench.server().drop(database);
        }
    }
}
