package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.start.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One process after another is replaced while clients go on, forth to the new version and back to the old one. The old
 * version is the package that {@code docket.previous} names ({@code …/quarkus-run.jar}), else the same as the new one.
 */
class RollingUpgradeIT {
    private static final String[] SMALL = {"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};
    private static final String PREVIOUS = System.getProperty("docket.previous", "");
    private static final int TERMINATED = 143;

    /** Stays behind, for whoever wants to know why something was found. */
    private static final Path LOGS = Path.of("target", "upgrade-logs");

    @TempDir
    Path directory;

    private final List<ServiceProcess> processes = new ArrayList<>();
    private ChaosDatabase database;

    @BeforeEach
    void start_a_database() throws IOException {
        Files.createDirectories(LOGS);
        database = ChaosDatabase.start(directory);
    }

    @AfterEach
    void stop_the_processes_and_the_database() {
        processes.forEach(ServiceProcess::close);
        database.close();
    }

    @Test
    void an_upgrade_and_its_roll_back_lose_no_job_and_answer_every_call() {
        Rotation rotation = new Rotation();
        List<ServiceProcess> old = Stream.generate(this::startOld).limit(2).toList();
        old.forEach(rotation::add);
        SteadyClients clients = SteadyClients.start(rotation);

        List<ServiceProcess> fresh = old.stream()
                .map(leaving -> replace(rotation, leaving, startNew()))
                .toList();
        List<ServiceProcess> back = fresh.stream()
                .map(leaving -> replace(rotation, leaving, startOld()))
                .toList();

        clients.end();
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> database.count("select count(*) from job where completed_at is null") == 0);
        System.out.printf(
                "upgrade: %d calls answered, %d jobs, %d of them cancelled, %d complaints%n",
                clients.answers(),
                clients.jobs().size(),
                clients.cancelled().size(),
                clients.complaints().size());
        assertThat(clients.complaints()).isEmpty();
        assertThat(clients.jobs()).hasSizeGreaterThan(50);
        assertEnds(clients);
    }

    private void assertEnds(SteadyClients clients) {
        assertThat(database.count("select count(*) from job"))
                .as("stored")
                .isEqualTo(clients.jobs().size());
        assertThat(database.count("select count(*) from job where status = 'cancelled'"))
                .as("cancelled, as their clients were told")
                .isEqualTo(clients.cancelled().size());
        assertThat(database.count("select count(*) from job where status not in ('completed', 'cancelled')"))
                .as("ended otherwise")
                .isZero();
        assertThat(database.count("select count(*) from job where attempt_count > 1"))
                .as("an attempt spent")
                .isZero();
    }

    /** As a cluster does it: the new process first, and the old one is told to stop once nothing is sent to it. */
    private static ServiceProcess replace(Rotation rotation, ServiceProcess leaving, ServiceProcess coming) {
        rotation.add(coming);
        rotation.remove(leaving);
        leaving.terminate();
        assertThat(leaving.exit(Duration.ofSeconds(45))).isEqualTo(TERMINATED);
        return coming;
    }

    private ServiceProcess startNew() {
        return started(ServiceProcess.start(LOGS, settings(), SMALL));
    }

    private ServiceProcess startOld() {
        return PREVIOUS.isBlank()
                ? startNew()
                : started(ServiceProcess.startOf(Path.of(PREVIOUS), LOGS, settings(), SMALL));
    }

    private ServiceProcess started(ServiceProcess process) {
        processes.add(process);
        return process;
    }

    private Map<String, String> settings() {
        DatabaseAddress address = database.address();
        return Map.of(
                "DOCKET_DB_URL",
                "postgresql://" + address.place(),
                "DOCKET_DB_USERNAME",
                address.username(),
                "DOCKET_DB_PASSWORD",
                address.password());
    }
}
