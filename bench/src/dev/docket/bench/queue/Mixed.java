package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What clients do all day, at once: of twenty calls nine creates, eight looks at a job, two lists and one cancel. */
final class Mixed implements Scenario {
    private static final int WARM_UP = 20_000;
    private static final int CALLS = 40_000;
    private static final int KNOWN = 1_000;
    private static final int TWENTY = 20;
    private static final int FINISHED_ALREADY = 400;

    @Override
    public String name() {
        return "mixed";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Database database = bench.database();
        try (ServiceProcess service = bench.service(database, "api,executor");
                LoadClient client = new LoadClient(service, Options.CALLERS)) {
            String[] known = new String[KNOWN];
            for (int i = 0; i < KNOWN; i++) {
                known[i] = Queue.create(client);
            }
            Call create = Call.post("/v1/jobs", Documents.create(Documents.SMALL));
            client.closed(bench.options().scaled(WARM_UP), Options.CALLERS, number -> next(number, known, create));
            database.settle();
            bench.measure(List.of(Limit.INSERT1), () -> {
                Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
                Load load = client.closed(
                        bench.options().scaled(CALLS), Options.CALLERS, number -> next(number, known, create));
                Figure figure = Figure.of(name(), Options.CALLERS + " callers", load, meter.costs(load.calls()));
                new Queue(database).awaitEmpty();
                return figure;
            });
        }
        bench.server().drop(database);
    }

    private static Call next(int number, String[] known, Call create) {
        String job = known[ThreadLocalRandom.current().nextInt(known.length)];
        return switch (number % TWENTY) {
            case 0 -> CancelQueued.cancel(job).orRefused(FINISHED_ALREADY);
            case 1, 2 -> Call.get("/v1/jobs?limit=20&include_request=false&include_response=false");
            case 3, 5, 7, 9, 11, 13, 15, 17 -> Call.get("/v1/jobs/" + job + "/status");
            default -> create;
        };
    }
}
