package dev.docket.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How long a cancel of running work takes to be answered, and to stop the work, in one process and across two, at rest
 * and beside many running jobs, and with the notifications between processes cut off.
 */
final class CancelLatency {
    private static final int SAMPLES = Integer.getInteger("bench.samples", 300);
    private static final int CUT_SAMPLES = Integer.getInteger("bench.cut.samples", 100);
    private static final int RUNNING = Integer.getInteger("bench.running", 1000);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 1000);

    private final Path directory = Files.createTempDirectory("docket-bench-");
    private final Map<String, CancelRun.Times> results = new LinkedHashMap<>();

    private CancelLatency() throws Exception {}

    public static void main(String[] args) throws Exception {
        new CancelLatency().run();
    }

    private void run() throws Exception {
        System.out.println("Logs and database: " + directory);
        try (BundledDatabase.Running database =
                        new EmbeddedPostgres().start(directory.resolve("database"), Path.of("target", "postgres"));
                HoldingUpstream upstream = new HoldingUpstream()) {
            DatabaseAddress address = database.address();
            samePod(address, upstream);
            acrossPods(address, upstream);
            acrossPodsWithoutSignals(address, upstream);
        }
        print();
    }

    private void samePod(DatabaseAddress database, HoldingUpstream upstream) throws Exception {
        Map<String, String> settings = settings(database.place(), database, upstream);
        try (ServiceProcess service = ServiceProcess.start(directory, "one", settings)) {
            measure("one process", new CancelRun(new Jobs(service.url()), upstream));
        }
    }

    private void acrossPods(DatabaseAddress database, HoldingUpstream upstream) throws Exception {
        Map<String, String> settings = settings(database.place(), database, upstream);
        try (ServiceProcess api = ServiceProcess.start(directory, "api", with(settings, "api"));
                ServiceProcess executor = ServiceProcess.start(directory, "executor", with(settings, "executor"))) {
            measure("across processes", new CancelRun(new Jobs(api.url()), upstream));
        }
    }

    private void acrossPodsWithoutSignals(DatabaseAddress database, HoldingUpstream upstream) throws Exception {
        int port = Integer.parseInt(database.place().replaceAll(".*:(\\d+)/.*", "$1"));
        try (SignalFilter filter = new SignalFilter(port)) {
            Map<String, String> direct = settings(database.place(), database, upstream);
            Map<String, String> deaf =
                    settings(database.place().replace(":" + port + "/", ":" + filter.port() + "/"), database, upstream);
            try (ServiceProcess api = ServiceProcess.start(directory, "deaf-api", with(direct, "api"));
                    ServiceProcess executor =
                            ServiceProcess.start(directory, "deaf-executor", with(deaf, "executor"))) {
                CancelRun run = new CancelRun(new Jobs(api.url()), upstream);
                run.run(CUT_SAMPLES);
                results.put("across processes, signals cut", run.all());
            }
        }
    }

    private void measure(String place, CancelRun run) throws Exception {
        run.replacing(WARM_UP);
        results.put(place + ", idle", run.replacing(SAMPLES));
        run.run(RUNNING);
        results.put(place + ", " + RUNNING + " running", run.replacing(SAMPLES));
        run.all();
    }

    private static Map<String, String> settings(String place, DatabaseAddress database, HoldingUpstream upstream)
            throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("DOCKET_DB_URL", "postgresql://" + place);
        settings.put("DOCKET_DB_USERNAME", database.username());
        settings.put("DOCKET_DB_PASSWORD", database.password());
        settings.put("DOCKET_PROCESSORS__V1_DOCUMENTS_PARSE_", "upstream");
        settings.put("DOCKET_UPSTREAM_BASE_URL", upstream.url());
        settings.put("DOCKET_UPSTREAM_CONCURRENCY", Integer.toString(RUNNING + 100));
        return settings;
    }

    private static Map<String, String> with(Map<String, String> settings, String role) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("DOCKET_ROLES", role);
        return all;
    }

    private void print() throws Exception {
        System.out.printf("%-36s %7s   %-35s   %s%n", "milliseconds", "", "call to answer", "call to stop");
        System.out.printf(
                "%-36s %7s   %8s %8s %8s %8s   %8s %8s %8s %8s%n",
                "", "cancels", "p50", "p95", "p99", "most", "p50", "p95", "p99", "most");
        results.forEach((name, times) -> System.out.printf(
                Locale.ROOT,
                "%-36s %7d   %s   %s%n",
                name,
                times.accept().count(),
                times.accept().row(),
                times.stop().row()));
        Path json = Path.of("target", "bench", "cancel-latency.json");
        Files.createDirectories(json.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
        System.out.println("Also in " + json);
    }
}
