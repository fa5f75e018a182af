package dev.docket.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, with its log in a file. */
public final class ServiceProcess implements AutoCloseable {
    public static final String KEY = "sk_bench_0123456789abcdef";
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final String BINARY = System.getenv("BENCH_BINARY");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static ServiceProcess start(Path directory, String name, Map<String, String> settings) throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile());
        builder.environment().put("DOCKET_API_KEY", KEY);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().putAll(settings);
        ServiceProcess service = new ServiceProcess(builder.start(), port);
        service.awaitReady();
        return service;
    }

    /** The package by this process's Java, or the native binary that {@code BENCH_BINARY} names. */
    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(
                isNative()
                        ? Path.of(BINARY).toAbsolutePath().toString()
                        : ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx1g");
        command.addAll(options());
        if (!isNative()) {
            command.addAll(List.of("-jar", JAR.toString()));
        }
        return command;
    }

    public static boolean isNative() {
        return BINARY != null && !BINARY.isBlank();
    }

    /** Further options of the JVM or the binary, the later ones winning, from {@code BENCH_JVM}. */
    private static List<String> options() {
        String given = System.getenv("BENCH_JVM");
        return given == null || given.isBlank()
                ? List.of()
                : List.of(given.trim().split("\\s+"));
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    private void awaitReady() throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest ready = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        close();
        throw new IllegalStateException("the service did not become ready; its log is beside the database");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
