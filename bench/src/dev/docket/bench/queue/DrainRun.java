package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.sql.Connection;
import java.util.Map;

/**
 * A drain of what waits in a database, by one executor that has started up and is held back until its clock runs.
 *
 * @param seconds from when it may begin until the last end was written
 * @param firstSeconds until the first of them was claimed
 * @param secondHalfRate jobs a second between the middle one of the ends and the last
 * @param runs of these jobs; more than there are jobs if one was run twice
 */
record DrainRun(
        int jobs,
        double seconds,
        double firstSeconds,
        double secondHalfRate,
        long runs,
        long notCompleted,
        Costs costs) {
    /** The jobs that ended since, by the clock that the start was read from. */
    private static final String SINCE = " from job where status = 'completed' and completed_at > to_timestamp(%s)";

    private static final String SECONDS = "select extract(epoch from max(completed_at) - to_timestamp(%s))" + SINCE;
    private static final String FIRST = "select extract(epoch from min(started_at) - to_timestamp(%s))" + SINCE;
    private static final String SECOND_HALF = "select extract(epoch from"
            + " max(completed_at) - percentile_disc(0.5) within group (order by completed_at))" + SINCE;
    private static final String RUNS = "select sum(attempt_count)" + SINCE;
    private static final String NOT_COMPLETED =
            "select count(*) from job where completed_at is null or status <> 'completed'";

    static DrainRun of(Services services, long server, Database database, int jobs) throws Exception {
        Queue queue = new Queue(database);
        Connection held = queue.hold();
        try (ServiceProcess executor = services.service(database, "executor")) {
            Meter meter = Meter.start(server, database, Map.of("service", executor));
            String start = database.text("select extract(epoch from clock_timestamp())");
            held.close();
            queue.awaitEmpty();
            return read(database, jobs, start, meter.costs(jobs));
        } finally {
            held.close();
        }
    }

    private static DrainRun read(Database database, int jobs, String start, Costs costs) throws Exception {
        return new DrainRun(
                jobs,
                database.decimal(SECONDS.formatted(start, start)),
                database.decimal(FIRST.formatted(start, start)),
                jobs / 2 / database.decimal(SECOND_HALF.formatted(start)),
                database.number(RUNS.formatted(start)),
                database.number(NOT_COMPLETED),
                costs);
    }

    Figure figure(String scenario, String variant) {
        return new Figure(scenario, variant, jobs, seconds, null, costs, Map.of())
                .with("first start ms", firstSeconds * 1000)
                .with("2nd half a second", secondHalfRate)
                .with("runs", runs)
                .with("not completed", notCompleted);
    }
}
