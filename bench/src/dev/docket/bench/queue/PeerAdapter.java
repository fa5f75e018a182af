package dev.docket.bench.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Docket as one of the queues that a harness compares: {@code COMMAND [--key number …]}, the database in {@code PGURL},
 * its server's process in {@code BENCH_PGPID}. The last line that is printed is a JSON object; a run that takes longer
 * than {@code BENCH_MAX_S} ends by itself.
 */
final class PeerAdapter {
    private static final int GRACE_SECONDS = 20;
    private static final int OUT_OF_TIME = 3;

    private PeerAdapter() {}

    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(Children::end));
        endInTime();
        Map<String, Integer> numbers = numbers(args);
        Path directory = Files.createTempDirectory("docket-peer-");
        Database database = PeerDatabase.of(env("PGURL", "postgres://nobody@127.0.0.1:1/none"));
        PeerCommands commands = new PeerCommands(
                new NoopServices(directory),
                database,
                Long.parseLong(env("BENCH_PGPID", "0")),
                new WarmUp(Integer.parseInt(env("DOCKET_BENCH_WARM_UP", "10000"))));
        Map<String, Object> answer = answer(commands, args[0], numbers);
        System.out.println(new ObjectMapper().writeValueAsString(answer));
        // Of a run that fails the logs stay.
        Trees.delete(directory);
        System.exit(0);
    }

    private static Map<String, Object> answer(PeerCommands commands, String command, Map<String, Integer> numbers)
            throws Exception {
        int jobs = numbers.getOrDefault("n", 1000);
        int callers = numbers.getOrDefault("c", Options.CALLERS);
        return switch (command) {
            case "info" -> commands.info();
            case "setup" -> commands.setUp();
            case "enqueue" -> commands.enqueue(jobs, callers);
            case "bulk" -> commands.bulk(jobs);
            case "prefill" -> commands.prefill(jobs, System.getenv("BENCH_NO_ANALYZE") == null);
            case "drain" -> commands.drain(jobs);
            case "latency" -> commands.latency(numbers.getOrDefault("samples", 200));
            case "ballast" -> commands.ballast(numbers.getOrDefault("rows", 1000));
            case "cancel-queued" -> commands.cancelQueued(jobs, callers);
            case "cancel-running" -> commands.cancelRunning();
            default -> throw new IllegalArgumentException("no command " + command);
        };
    }

    private static Map<String, Integer> numbers(String[] args) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            numbers.put(args[i].replaceFirst("^--", ""), Integer.parseInt(args[i + 1]));
        }
        return numbers;
    }

    private static String env(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private static void endInTime() {
        long seconds = Long.parseLong(env("BENCH_MAX_S", "100")) + GRACE_SECONDS;
        new Timer("bound", true)
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                System.exit(OUT_OF_TIME);
                            }
                        },
                        seconds * 1000);
    }
}
