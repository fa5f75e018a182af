package dev.docket.functional.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of jobs whose service cannot be reached. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(UpstreamResource.class)
class AwayUpstreamTest {
    private static final int MANY = 40;

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    AwayUpstream away;

    @BeforeEach
    void leave_others_aside() {
        JobRows.leaveOnly(client.organization());
    }

    @Test
    void past_its_patience_a_job_fails_by_what_is_in_the_way() {
        String job = create("/v1/edit/agent/fill", "\"instructions\":\"Fill it in.\"");
        Awaitility.await().until(() -> isParked(job));
        client.get("/v1/jobs/" + job)
                .body("status", equalTo("queued"))
                .body("last_failure_code", equalTo("upstream_unavailable"));

        JobRows.change(
                "update job set started_at = now() - interval '61 minutes', attempts_left = 1, available_at = now()"
                        + " where id = ?",
                job);

        client.untilFinal(job).body("status", equalTo("failed")).body("error.code", equalTo("upstream_unavailable"));
    }

    @Test
    void jobs_wait_for_a_service_that_is_away_and_end_well_when_it_is_back() throws IOException {
        List<String> jobs;
        try (WarningLines log = new WarningLines("dev.docket.executor.Circuits")) {
            jobs = Stream.generate(() -> create("/v1/documents/classify", "\"categories\":[{\"name\":\"any\"}]"))
                    .limit(MANY)
                    .toList();
            Awaitility.await().until(() -> !log.lines().isEmpty());
            assertThat(log.lines().get(0)).startsWith("upstream:away takes no work");
        }
        assertThat(awayBy("upstream:away")).as("the gauge").isOne();
        assertThat(count("status not in ('queued', 'in_progress')")).isZero();
        assertThat(count("owner is null and attempts_left <> 3")).isZero();
        assertThat(count("attempt_count > 0")).as("tried").isLessThan(MANY);

        away.comesBack();
        JobRows.change(
                "update job set available_at = now() where organization_id = ? and available_at is not null",
                client.organization());

        jobs.forEach(job -> client.untilFinal(job).body("status", equalTo("completed")));
        assertThat(awayBy("upstream:away")).as("the gauge").isZero();
    }

    private String create(String endpoint, String rest) {
        String document = ServiceClient.textDocument("for a service that is away");
        return client.create(endpoint, document.substring(0, document.length() - 1) + "," + rest + "}")
                .path("id");
    }

    private static double awayBy(String processor) {
        return Metrics.globalRegistry
                .get("docket.executor.away")
                .tag("processor", processor)
                .gauge()
                .value();
    }

    private boolean isParked(String job) {
        return JobRows.count("select count(*) from job where id = ? and available_at is not null", job) == 1;
    }

    private int count(String what) {
        return JobRows.count("select count(*) from job where organization_id = ? and " + what, client.organization());
    }
}
