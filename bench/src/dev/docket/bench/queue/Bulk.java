package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.util.List;
import java.util.Map;

/** Jobs created a thousand a call, by one caller. */
final class Bulk implements Scenario {
    private static final int WARM_UP = 20_000;
    private static final int JOBS = 50_000;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Database database = bench.database();
        try (ServiceProcess service = bench.service(database, "api");
                LoadClient client = new LoadClient(service, 1)) {
            if (BulkCreate.isOffered(service)) {
                measure(bench, database, service, new BulkCreate(database, client));
            } else {
                bench.skip(name(), "not offered: " + BulkCreate.PATH + " is not there");
            }
        }
        bench.server().drop(database);
    }

    private void measure(Bench bench, Database database, ServiceProcess service, BulkCreate bulk) throws Exception {
        bulk.create(bench.options().scaled(WARM_UP));
        database.settle();
        bench.measure(List.of(Limit.INSERT1000), () -> {
            Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
            BulkCreate.Made made = bulk.create(bench.options().scaled(JOBS));
            String variant = BulkCreate.OF_A_CALL + " a call, 1 caller";
            Costs costs = meter.costs(made.jobs());
            return new Figure(name(), variant, made.jobs(), made.seconds(), made.calls(), costs, Map.of());
        });
    }
}
