package dev.docket.bench.queue;

import java.util.List;

/** A full queue and one fresh executor: from when it may begin until the end of the last job is written. */
final class Drain implements Scenario {
    private static final int JOBS = 50_000;

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Database database = bench.database();
        int jobs = bench.options().scaled(JOBS);
        new Queue(database).fill(bench, jobs);
        bench.measure(
                List.of(Limit.CLAIM1, Limit.CLAIM100),
                () -> bench.drain(database, jobs).figure(name(), "1 KB"));
        bench.server().drop(database);
    }
}
