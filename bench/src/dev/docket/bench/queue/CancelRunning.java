package dev.docket.bench.queue;

import dev.docket.bench.CancelRun;
import dev.docket.bench.HoldingUpstream;
import dev.docket.bench.Jobs;
import dev.docket.bench.ServiceProcess;
import java.util.Map;

/** Work that never ends, cancelled: until the answer, and until the service that works for it sees its call closed. */
final class CancelRunning implements Scenario {
    private static final int WARM_UP = 1_000;
    private static final int SAMPLES = 300;

    @Override
    public String name() {
        return "cancel-running";
    }

    @Override
    public void run(Bench bench) throws Exception {
        try (HoldingUpstream upstream = new HoldingUpstream()) {
            Map<String, String> forwarding = Map.of(
                    "DOCKET_PROCESSORS__V1_DOCUMENTS_PARSE_", "upstream", "DOCKET_UPSTREAM_BASE_URL", upstream.url());
            Database one = bench.database();
            try (ServiceProcess service = bench.service(one, "api,executor", forwarding)) {
                measure(bench, "one process", new CancelRun(new Jobs(service.url()), upstream));
            }
            bench.server().drop(one);
            Database two = bench.database();
            try (ServiceProcess api = bench.service(two, "api", forwarding);
                    ServiceProcess executor = bench.service(two, "executor", forwarding)) {
                measure(bench, "across processes", new CancelRun(new Jobs(api.url()), upstream));
            }
            bench.server().drop(two);
        }
    }

    private void measure(Bench bench, String variant, CancelRun run) throws Exception {
        run.run(1);
        run.replacing(bench.options().scaled(WARM_UP));
        CancelRun.Times times = run.replacing(bench.options().scaled(SAMPLES));
        bench.add(Figure.of(name(), variant + ", to the answer", times.accept()));
        bench.add(Figure.of(name(), variant + ", to the stop", times.stop()));
        run.all();
    }
}
