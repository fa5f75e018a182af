package dev.docket.chaos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged service as a process of its own, as a user starts it. */
public final class ServiceProcess implements AutoCloseable {
    public static final String KEY = "sk_test_0123456789abcdef";

    /** The better code of a longer life would cost more to make than it saves. */
    private static final String[] SHORT_LIFE = {"-XX:TieredStopAtLevel=1"};

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final int port;

    private ServiceProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    public static ServiceProcess start(Path directory, Map<String, String> settings, String... jvmOptions) {
        return launch(directory, settings, jvmOptions).whenReady();
    }

    /** The same from a package of another version. */
    static ServiceProcess startOf(Path jar, Path directory, Map<String, String> settings, String... jvmOptions) {
        return launch(ServiceCommand.line(jar, jvmOptions), directory, settings).whenReady();
    }

    /** A process that may still be starting, or may be refused; one of a short life unless options are given. */
    static ServiceProcess launch(Path directory, Map<String, String> settings, String... jvmOptions) {
        String[] options = jvmOptions.length == 0 ? SHORT_LIFE : jvmOptions;
        return launch(ServiceCommand.line(options), directory, settings);
    }

    private static ServiceProcess launch(List<String> command, Path directory, Map<String, String> settings) {
        try {
            int port = freePort();
            Path log = Files.createTempFile(directory, "service-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(log.toString()));
            builder.environment().put("DOCKET_API_KEY", KEY);
            builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
            builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
            builder.environment().putAll(ServiceCommand.settings(directory, settings));
            builder.environment().putAll(settings);
            return new ServiceProcess(builder.start(), log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path, Path body) {
        try {
            return send(request(path).POST(HttpRequest.BodyPublishers.ofFile(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** The value of the metric whose line begins so; 0 when it is not there yet. */
    public double metric(String beginning) {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most bytes of memory that the process ever had at once; Linux tells. */
    public long mostMemory() {
        return memory("VmHWM:");
    }

    /** The bytes of memory that it has now, those of its file among them. */
    long memory() {
        return memory("VmRSS:");
    }

    private long memory(String field) {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            String line =
                    status.filter(each -> each.startsWith(field)).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    void signal(String name) {
        Signals.send(name, process.pid());
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    /** As {@code kill} does; answers with how the process ended. */
    int stop() {
        process.destroy();
        return exit(Duration.ofSeconds(60));
    }

    /** Asks it to stop, and comes back at once. */
    void terminate() {
        process.destroy();
    }

    /** How it ended; fails when it has not ended in that time. */
    int exit(Duration patience) {
        await(patience);
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private void await(Duration patience) {
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end in " + patience + ":\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** This process, once it answers and reaches its database. */
    ServiceProcess whenReady() {
        try {
            awaitReady();
            return this;
        } catch (RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(200))
                .until(this::isReady);
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("ended with " + process.exitValue() + ":\n" + log());
        }
        try {
            return http.send(request("/q/health/ready").GET().build(), BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).header("Api-Key", KEY).header("Content-Type", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
