package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.docket.start.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator or a cluster asks of the package besides the service itself. */
class CommandsIT {
    @TempDir
    Path directory;

    private ChaosDatabase database;

    @BeforeEach
    void start_a_database() {
        database = ChaosDatabase.start(directory);
    }

    @AfterEach
    void stop_the_database() {
        database.close();
    }

    @Test
    void migrate_makes_the_tables_and_a_second_one_finds_them_made() throws Exception {
        for (int time = 0; time < 2; time++) {
            Ended ended = run(Map.of(), "migrate");

            assertThat(ended.said()).contains("are up to date");
            assertThat(ended.code()).isZero();
        }
        assertThat(database.count("select count(*) from job")).isZero();
    }

    @Test
    void health_tells_a_service_that_is_ready_from_one_that_is_not_there() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(directory, settings())) {
            Map<String, String> beside = Map.of("QUARKUS_HTTP_PORT", Integer.toString(service.port()));
            assertThat(run(beside, "health").code()).isZero();

            service.kill();

            Ended gone = run(beside, "health");
            assertThat(gone.code()).isOne();
            assertThat(gone.said()).contains("does not answer at http://127.0.0.1:" + service.port());
        }
    }

    @Test
    void a_name_that_is_no_setting_is_told_once_and_without_its_value() throws Exception {
        Map<String, String> misspelt = settings();
        misspelt.put("DOCKET_JOBS_PATIENSE", "12345S");
        misspelt.put("DOCKET_SERVICE_HOST", "10.0.0.1");
        try (ServiceProcess service = ServiceProcess.start(directory, misspelt)) {
            assertThat(service.log().lines().filter(line -> line.contains(" is no setting ")))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("WARN", "DOCKET_JOBS_PATIENSE", "DOCKET_JOBS_PATIENCE may be meant")
                    .doesNotContain("12345S");
        }

        misspelt.put("DOCKET_JOBS_ATTEMPTS", "0");
        Ended refused = runAlone(misspelt);
        assertThat(refused.code()).isOne();
        assertThat(refused.said()).contains("DOCKET_JOBS_ATTEMPTS is '0'", "docket: DOCKET_JOBS_PATIENSE is no");

        assertThat(run(Map.of("DOCKET_JOBS_PATIENSE", "12345S"), "migrate").said())
                .contains("docket: DOCKET_JOBS_PATIENSE is no setting")
                .doesNotContain("12345S");
    }

    @Test
    void a_purge_stops_what_runs_and_leaves_nothing_of_an_organization() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(directory, settings())) {
            assertThat(service.post("/v1/jobs", Documents.longPdf(1900)).statusCode())
                    .isEqualTo(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> database.count("select count(*) from job where status = 'in_progress'") == 1);

            assertThat(run(Map.of(), "organization", "purge", "org_default").code())
                    .as("not confirmed")
                    .isOne();
            Ended purged = run(Map.of(), "organization", "purge", "org_default", "--confirm", "org_default");

            assertThat(purged.code()).as(purged.said()).isZero();
            assertThat(purged.said()).contains("jobs\t1", "purged org_default");
            assertThat(service.get("/v1/jobs").statusCode()).isEqualTo(401);
            assertThat(database.count("select (select count(*) from job) + (select count(*) from body)"))
                    .isZero();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> service.metric("docket_executor_runs") == 0);
            assertThat(service.metric("docket_run_stopped_total{reason=\"cancelled\"}"))
                    .isOne();
            assertThat(service.log()).doesNotContain("ERROR");
        }
    }

    @Test
    void train_keeps_the_service_beside_it_busy_with_calls_of_all_kinds() throws Exception {
        assumeFalse(ServiceCommand.isNative(), "A native binary leaves it out");
        try (ServiceProcess service = ServiceProcess.start(directory, settings())) {
            Ended ended = runAlone(
                    Map.of("QUARKUS_HTTP_PORT", Integer.toString(service.port()), "DOCKET_API_KEY", ServiceProcess.KEY),
                    "train",
                    "1");

            assertThat(ended.said()).containsPattern("[1-9][0-9]+ calls by 16 callers were answered in 1 seconds");
            assertThat(ended.code()).isZero();
        }
        assertThat(database.count("select count(*) from job")).isGreaterThan(100);
        assertThat(database.count("select count(distinct endpoint) from job")).isEqualTo(4);
    }

    @Test
    void train_does_not_go_near_a_database_that_somebody_named() throws Exception {
        Ended refused = run(Map.of("DOCKET_API_KEY", ServiceProcess.KEY), "train");

        assertThat(refused.said()).contains("not with DOCKET_DB_URL");
        assertThat(refused.code()).isOne();
    }

    private Ended run(Map<String, String> more, String... command) throws IOException, InterruptedException {
        Map<String, String> all = settings();
        all.putAll(more);
        return runAlone(all, command);
    }

    private Ended runAlone(Map<String, String> settings, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(ServiceCommand.line("-Xmx64m", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private Map<String, String> settings() {
        DatabaseAddress address = database.address();
        Map<String, String> settings = new HashMap<>();
        settings.put("DOCKET_DB_URL", "postgresql://" + address.place());
        settings.put("DOCKET_DB_USERNAME", address.username());
        settings.put("DOCKET_DB_PASSWORD", address.password());
        return settings;
    }

    private record Ended(int code, String said) {}
}
