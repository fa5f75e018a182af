package dev.docket.bench.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Database none = bench.database();
        Map<Long, Database> old = new LinkedHashMap<>();
        for (long rows : bench.options().rows()) {
            if (rows > 0) {
                long scaled = Math.max(1000, Math.round(rows * bench.options().scale()));
                old.put(scaled, bench.database());
                new Finished(old.get(scaled)).fill(bench, scaled, scaled <= MOST_BODIES);
            }
        }
        for (Map.Entry<Long, Database> one : old.entrySet()) {
            compare(bench, none, one.getValue(), one.getKey());
            bench.server().drop(one.getValue());
        }
        bench.server().drop(none);
    }

    private void compare(Bench bench, Database none, Database old, long rows) throws Exception {
        Comparison comparison = new Comparison();
        for (int round = 1; round <= ROUNDS; round++) {
            comparison.add(
                    drain(bench, none, "no old rows, round " + round),
                    drain(bench, old, rows + " old, round " + round));
        }
        bench.add(comparison.figure(name(), rows + " old beside none"));
    }

    private Measured drain(Bench bench, Database database, String variant) throws Exception {
        int jobs = bench.options().scaled(JOBS);
        new Queue(database).fill(bench, jobs);
        return bench.measure(
                List.of(Limit.CLAIM100), () -> bench.drain(database, jobs).figure(name(), variant));
    }
}
