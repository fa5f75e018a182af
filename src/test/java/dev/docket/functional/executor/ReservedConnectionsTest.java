package dev.docket.functional.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.TestPostgres;
import dev.docket.endpoint.Answer;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.store.ConnectionLimits;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every connection that calls may use hangs in a list: what the lists read is locked by the test. What runs goes on,
 * since it reads other tables over connections of its own.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReservedConnectionsTest {
    private static final String ENDPOINT = "/v1/edit/templates/generate";
    private static final String HANGING = """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%job_facts%'
            """;

    private final ServiceClient client = ServiceClient.ofNewOrganization();
    private final List<CompletableFuture<?>> lists = new ArrayList<>();
    private Connection lock;

    @Inject
    GateProcessor gate;

    @Inject
    ConnectionLimits limits;

    @BeforeEach
    void have_a_connection() throws SQLException {
        lock = TestPostgres.shared().connect();
        lock.setAutoCommit(false);
    }

    @AfterEach
    void let_everything_go() throws SQLException {
        lock.close();
        lists.forEach(list -> list.exceptionally(failure -> null).join());
        gate.open();
        gate.reset();
    }

    @Test
    void a_flood_of_hanging_lists_holds_up_neither_heartbeats_nor_settlements_nor_signals() throws SQLException {
        String answered = create();
        String cancelled = create();
        GateProcessor.Held work = gate.awaitWork(answered);
        GateProcessor.Held doomed = gate.awaitWork(cancelled);
        exhaust();

        Object lease = row(cancelled).get("lease_until");
        Awaitility.await().until(() -> row(cancelled).get("lease_until"), renewed -> !renewed.equals(lease));
        work.finish(new Answer.Completed(200, Payload.of("{}".getBytes())));
        Awaitility.await().until(() -> row(answered).get("status").equals("completed"));
        cancelByAnotherProcess(cancelled);
        doomed.awaitAbort();
        Awaitility.await().until(() -> row(cancelled).get("work_stopped_at") != null);

        assertThat(JobRows.count(HANGING)).as("they still hang").isPositive();
    }

    @Test
    void a_cancel_that_gets_no_connection_says_so_and_wins_when_it_is_tried_again() throws SQLException {
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);
        exhaust();

        client.post("/v1/jobs/" + job + "/cancel")
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail.code", equalTo("database_unavailable"));
        assertThat(row(job)).containsEntry("status", "in_progress");

        lock.rollback();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> client.call().post("/v1/jobs/" + job + "/cancel").statusCode() == 200);
        work.awaitAbort();
    }

    @Test
    void a_process_whose_calls_hang_is_still_ready() throws SQLException {
        client.get("/q/health/ready").statusCode(200);
        exhaust();

        client.get("/q/health/ready").statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void both_pools_are_measured() {
        String metrics = client.call().get("/q/metrics").asString();

        assertThat(metrics)
                .contains("sql_pool_active{pool_name=\"calls\"", "sql_pool_active{pool_name=\"reserved\"")
                .contains("sql_pool_queue_size{pool_name=\"calls\"", "sql_pool_queue_size{pool_name=\"reserved\"");
    }

    /** More lists than there are connections; each holds one until the lock is gone. */
    private void exhaust() throws SQLException {
        lock.createStatement().execute("lock table job_facts in access exclusive mode");
        for (int i = 0; i < limits.connections() + 5; i++) {
            lists.add(CompletableFuture.runAsync(() -> client.call().get("/v1/jobs")));
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> JobRows.count(HANGING) >= limits.connections());
    }

    private String create() {
        return client.create(ENDPOINT, ServiceClient.textDocument("x")).path("id");
    }

    private Map<String, Object> row(String job) {
        return JobRows.read(client.organization(), new JobId(job));
    }

    private void cancelByAnotherProcess(String job) {
        int claim = (Integer) row(job).get("claim");
        JobRows.change("""
                update job
                set status = 'cancelled', completed_at = now(), cancel_requested_at = now(), work_started = true,
                    owner = null, lease_until = null
                where id = ?
                """, job);
        JobRows.change(
                "select pg_notify('docket_cancelled', ?)",
                "exec_elsewhere\n" + client.organization() + "\t" + job + "\t" + claim);
    }
}
