package dev.docket.bench.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast the queue is, beside what its PostgreSQL can do with no service at all. */
final class QueueBench {
    private static final int CONNECTIONS = 200;
    private static final int MISUSED = 2;
    private static final List<Scenario> SCENARIOS = List.of(
            new Create(),
            new Bulk(),
            new Drain(),
            new Pickup(),
            new CancelQueued(),
            new CancelRunning(),
            new Retrieve(),
            new ListPages(),
            new Mixed(),
            new Bodies(),
            new History(),
            new PinnedXmin(),
            new IdlePods());

    private QueueBench() {}

    public static void main(String[] args) throws Exception {
        Options options;
        List<Scenario> scenarios;
        try {
            options = Options.parse(args);
            scenarios = chosen(options);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(MISUSED);
            return;
        }
        Path directory = Files.createTempDirectory("docket-bench-");
        System.out.println("Logs and database: " + directory);
        boolean good;
        try (Server server = Server.start(directory.resolve("database"), connections(scenarios))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
            good = run(directory, server, options, scenarios);
        }
        System.exit(good ? 0 : 1);
    }

    /** A thousand listeners need a server that takes them, which is no server for the other scenarios. */
    private static int connections(List<Scenario> scenarios) {
        return scenarios.stream().anyMatch(IdlePods.class::isInstance) ? CONNECTIONS + IdlePods.PODS : CONNECTIONS;
    }

    /** Also of a run that is broken off: nothing stays behind. */
    private static void end(Server server) {
        Children.end();
        server.close();
    }

    private static List<Scenario> chosen(Options options) {
        if (options.scenarios().isEmpty()) {
            return SCENARIOS;
        }
        return options.scenarios().stream().map(QueueBench::named).toList();
    }

    private static Scenario named(String name) {
        return SCENARIOS.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario " + name + " among "
                        + SCENARIOS.stream().map(Scenario::name).toList()));
    }

    /** Whether all of them could be measured. */
    private static boolean run(Path directory, Server server, Options options, List<Scenario> scenarios)
            throws Exception {
        Limits limits = Limits.on(server.database(), directory, options.limitSeconds());
        Path file = Path.of("target", "bench", options.name() + ".json");
        Report report = new Report(file, circumstances(server, options, limits));
        report.head();
        Bench bench = new Bench(server, new NoopServices(directory), options, limits, report);
        boolean good = true;
        for (Scenario scenario : scenarios) {
            good &= run(bench, scenario);
        }
        System.out.println("Limits by " + limits.by() + ". Also in " + file);
        return good;
    }

    /** One that fails does not take those behind it with it. */
    private static boolean run(Bench bench, Scenario scenario) throws IOException {
        try {
            scenario.run(bench);
            return true;
        } catch (Exception failure) {
            failure.printStackTrace();
            bench.skip(scenario.name(), "failed: " + failure.getMessage());
            return false;
        }
    }

    private static Map<String, Object> circumstances(Server server, Options options, Limits limits) throws Exception {
        Map<String, Object> circumstances = new LinkedHashMap<>();
        circumstances.put("at", Instant.now().toString());
        circumstances.put("options", options);
        circumstances.put("processors", Runtime.getRuntime().availableProcessors());
        circumstances.put("java", Runtime.version().toString());
        circumstances.put("postgresql", server.version());
        circumstances.put("limitsBy", limits.by());
        return circumstances;
    }
}
