package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the service with the database it started itself, while jobs run. */
class KilledServiceIT {
    private static final Map<String, String> SHORT_LEASE =
            Map.of("DOCKET_LEASES_LEASE", "3S", "DOCKET_LEASES_HEARTBEAT", "0.5S");

    @TempDir
    Path directory;

    @Test
    void every_job_of_a_killed_service_ends_after_the_next_start_and_none_ends_twice() {
        List<String> jobs = new ArrayList<>();
        ServiceProcess killed = ServiceProcess.start(directory, SHORT_LEASE);
        jobs.add(create(killed, Documents.longPdf(700)));
        jobs.add(create(killed, Documents.longPdf(700)));
        for (int i = 0; i < 8; i++) {
            jobs.add(create(killed, Documents.shortText("note " + i)));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> status(killed, jobs.get(0)).equals("in_progress"));

        killed.kill();

        try (ServiceProcess next = ServiceProcess.start(directory, SHORT_LEASE)) {
            for (String job : jobs) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> status(next, job).equals("completed"));
            }
            assertThat(job(next, jobs.get(0)).getInteger("attempt_count")).isEqualTo(2);
            assertThat(next.metric("docket_run_seconds_count")).isLessThanOrEqualTo(jobs.size());
            assertThat(next.metric("docket_result_late_total")).isZero();
        }
    }

    private static String create(ServiceProcess service, String body) {
        return new JsonObject(
                        service.post("/v1/jobs?include_request=false", body).body())
                .getString("id");
    }

    private static String status(ServiceProcess service, String job) {
        return job(service, job).getString("status");
    }

    private static JsonObject job(ServiceProcess service, String job) {
        return new JsonObject(service.get("/v1/jobs/" + job + "?include_request=false&include_response=false")
                .body());
    }
}
