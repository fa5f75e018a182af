package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/** A full queue and one fresh executor: from when it may begin until the end of the last job is written. */
final class Drain implements Scenario {
    private static final int JOBS = 50_000;

    /** From the first claim, or the moment at which claims were let go, to the last end; and half of the ends. */
    private static final String SECONDS = """
            select extract(epoch from max(completed_at) - to_timestamp(%s))
            from job where status = 'completed' and completed_at > to_timestamp(%s)
            """;

    private static final String SECOND_HALF = """
            select extract(epoch from max(completed_at) - percentile_disc(0.5) within group (order by completed_at))
            from job where status = 'completed' and completed_at > to_timestamp(%s)
            """;

    private static final String LEFT = "select count(*) from job where status <> 'completed'";

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
                List.of(Limit.CLAIM1, Limit.CLAIM100), () -> drain(bench, database, name(), jobs + " jobs", jobs));
        bench.server().drop(database);
    }

    /** Drains what waits in the database. */
    static Figure drain(Bench bench, Database database, String scenario, String variant, int jobs) throws Exception {
        Queue queue = new Queue(database);
        Connection held = queue.hold();
        try (ServiceProcess executor = bench.service(database, "executor")) {
            Meter meter = Meter.start(bench, database, Map.of("service", executor));
            String start = database.text("select extract(epoch from clock_timestamp())");
            held.close();
            queue.awaitEmpty();
            Costs costs = meter.costs(jobs);
            double seconds = database.decimal(SECONDS.formatted(start, start));
            double half = database.decimal(SECOND_HALF.formatted(start));
            return new Figure(scenario, variant, jobs, seconds, null, costs, Map.of())
                    .with("2nd half a second", jobs / 2 / half)
                    .with("not completed", database.number(LEFT));
        } finally {
            held.close();
        }
    }
}
