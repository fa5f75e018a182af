package dev.docket.functional.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.docket.JobRows;
import dev.docket.ProxiedPostgres;
import dev.docket.ServiceClient;
import dev.docket.endpoint.Answer;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.wire.Cut;
import dev.docket.wire.CuttingProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a cancel's signal does at odd moments, with heartbeats too far apart to do it instead. */
@QuarkusTest
@TestProfile(SlowHeartProfile.class)
@WithTestResource(ProxiedPostgres.class)
class CancelSignalTest {
    private static final String ENDPOINT = "/v1/edit/templates/generate";
    private static final String CLAIM = "set status = case when j.validated then 'in_progress'";

    private static final String REFUSE_CANCELS = """
            create function refuse_cancels() returns trigger language plpgsql as $$
            begin
                if new.organization_id = '%s' and new.status = 'cancelled' then
                    raise exception 'refused';
                end if;
                return new;
            end
            $$
            """;

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    CuttingProxy proxy;

    @Inject
    GateProcessor gate;

    @AfterEach
    void let_everything_go() {
        gate.open();
        gate.reset();
    }

    @Test
    void a_cancel_between_a_claim_and_its_answer_stops_the_run_before_its_work_begins() {
        CompletableFuture<String> created = new CompletableFuture<>();
        Cut claim = proxy.delayAnswer(
                CLAIM,
                () -> client.post("/v1/jobs/" + created.join() + "/cancel")
                        .statusCode(200)
                        .body("status", equalTo("cancelled"))
                        .body("cancellation.work_started", equalTo(true)));

        String job = create();
        created.complete(job);

        claim.await();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> column(job, "work_stopped_at") != null);
        assertThat(gate.begun()).isEmpty();
    }

    @Test
    void a_cancel_that_is_rolled_back_stops_no_work() {
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);
        JobRows.change(REFUSE_CANCELS.formatted(client.organization()));
        JobRows.change(
                "create trigger refuse_cancels after update on job for each row execute function refuse_cancels()");
        try {
            client.post("/v1/jobs/" + job + "/cancel").statusCode(500);
        } finally {
            JobRows.change("drop function refuse_cancels() cascade");
        }

        work.finish(new Answer.Completed(200, Payload.of("{}".getBytes())));
        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(column(job, "cancel_requested_at")).isNull();
    }

    private String create() {
        return client.create(ENDPOINT, ServiceClient.textDocument("x")).path("id");
    }

    private Object column(String job, String name) {
        return JobRows.read(client.organization(), new JobId(job)).get(name);
    }
}
