package dev.docket.chaos;

import dev.docket.functional.upstream.RecordingUpstream;
import dev.docket.start.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Three processes of the service, the database they share, and the service they forward to. */
final class Fleet implements AutoCloseable {
    static final int LEASE_SECONDS = 4;

    private static final int MEMBERS = 3;

    /** Stays behind, for whoever wants to know why something was found. */
    private static final Path LOGS = Path.of("target", "chaos-logs");

    private static final Map<String, String> QUICK = Map.ofEntries(
            Map.entry("DOCKET_LEASES_LEASE", LEASE_SECONDS + "S"),
            Map.entry("DOCKET_LEASES_HEARTBEAT", "0.5S"),
            Map.entry("DOCKET_LISTENER_SIGN_OF_LIFE", "1S"),
            Map.entry("DOCKET_LISTENER_CONNECT_TIMEOUT", "2S"),
            Map.entry("DOCKET_DB_STATEMENT_TIMEOUT", "4S"),
            Map.entry("DOCKET_DB_LOCK_TIMEOUT", "2S"),
            Map.entry("DOCKET_DB_IDLE_IN_TRANSACTION_TIMEOUT", "2S"),
            Map.entry("DOCKET_DB_SILENCE", "6S"),
            // A process may be killed often while a job runs in it; here none is to fail for that.
            Map.entry("DOCKET_JOBS_ATTEMPTS", "1000"),
            Map.entry("DOCKET_PROCESSORS__V1_DOCUMENTS_PARSE_", "upstream"));

    private final ChaosDatabase database;
    private final RecordingUpstream upstream;
    private final Effects effects = new Effects();
    private final List<Member> members;

    private Fleet(Path directory) {
        createLogs();
        database = ChaosDatabase.start(directory);
        upstream = RecordingUpstream.start().does(effects);
        members = IntStream.range(0, MEMBERS)
                .mapToObj(n -> new Member(LOGS, database.address(), settings()))
                .toList();
    }

    /** Comes back once all processes are ready. */
    static Fleet start(Path directory) {
        Fleet fleet = new Fleet(directory);
        // Whatever becomes of the test, no process is left behind.
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close));
        // The first one makes the tables; the others would only wait for it.
        fleet.members.get(0).begin();
        fleet.members.get(0).awaitReady();
        fleet.members.subList(1, MEMBERS).forEach(Member::begin);
        fleet.awaitReady();
        Transitions.record(fleet.database.sql());
        return fleet;
    }

    ChaosDatabase database() {
        return database;
    }

    Effects effects() {
        return effects;
    }

    List<Member> members() {
        return members;
    }

    /** One of the processes that can be called now. */
    Optional<ServiceProcess> any() {
        List<ServiceProcess> ready =
                members.stream().map(Member::ready).flatMap(Optional::stream).toList();
        return ready.isEmpty()
                ? Optional.empty()
                : Optional.of(ready.get(ThreadLocalRandom.current().nextInt(ready.size())));
    }

    void awaitReady() {
        members.forEach(Member::awaitReady);
    }

    /** What a metric comes to over all processes that live. */
    double metric(String beginning) {
        return members.stream()
                .map(Member::ready)
                .flatMap(Optional::stream)
                .mapToDouble(process -> process.metric(beginning))
                .sum();
    }

    @Override
    public void close() {
        members.forEach(Member::close);
        upstream.close();
        database.close();
    }

    private static void createLogs() {
        try {
            Files.createDirectories(LOGS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings() {
        DatabaseAddress address = database.address();
        Map<String, String> settings = new HashMap<>(QUICK);
        settings.put("DOCKET_DB_USERNAME", address.username());
        settings.put("DOCKET_DB_PASSWORD", address.password());
        settings.put("DOCKET_UPSTREAM_BASE_URL", "http://127.0.0.1:" + upstream.port());
        return settings;
    }
}
