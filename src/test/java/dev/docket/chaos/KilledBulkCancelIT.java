package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.JobId;
import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.embedded.EmbeddedPostgres;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a batch of a bulk cancel of ten thousand jobs. */
class KilledBulkCancelIT {
    private static final Path PROGRAMS = Path.of("target", "postgres");
    private static final String CANCEL = "/v1/jobs/cancel";
    private static final int BATCH = 500;
    private static final int HALF = 5_000;

    /** Live ones that no executor takes, and some that have ended. */
    private static final String JOBS = """
            with kind as (
                select i, case when i % 20 = 0 then 'failed' when i % 15 = 0 then 'in_progress' else 'queued' end as status
                from generate_series(1, 9900) as i
            ), born as (
                insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, started_at,
                                 completed_at, available_at, owner, lease_until, claim, attempts_left, attempt_count,
                                 request_bucket, request_bytes, error_code, error_message)
                select 'org_default', 'job_' || lpad(i::text, 21, '0'), '/v1/documents/parse', status, true, now(),
                       now() + interval '7 days',
                       case when status <> 'queued' then now() end,
                       case when status = 'failed' then now() end,
                       case when status = 'queued' then now() + interval '1 hour' end,
                       case when status = 'in_progress' then 'nobody' end,
                       case when status = 'in_progress' then now() + interval '1 hour' end,
                       (status <> 'queued')::int, 2, 1, body_bucket(), 2,
                       case when status = 'failed' then 'document_damaged' end,
                       case when status = 'failed' then 'It is broken.' end
                from kind
                returning *
            )
            insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket)
            select organization_id, id, seq, created_at, endpoint, expires_at, request_bucket
            from born
            """;

    /** The first outcome of the second half waits for a lock, in the middle of its batch's transaction. */
    private static final String STOP_HALF_WAY = """
            create function wait_half_way() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock_shared(4711);
                return new;
            end
            $$;
            create trigger half_way before insert on bulk_cancel_job
            for each row when (new.n = %d) execute function wait_half_way()
            """.formatted(HALF + 1);

    @TempDir
    Path directory;

    private BundledDatabase.Running database;

    @BeforeEach
    void start_a_database() {
        database = new EmbeddedPostgres().start(directory.resolve("database"), PROGRAMS);
    }

    @AfterEach
    void stop_the_database() {
        database.close();
    }

    @Test
    void what_a_killed_process_left_half_done_is_finished_by_another_and_every_job_is_told_of_once_and_truly()
            throws SQLException {
        try (Connection sql = database.address().connect()) {
            String bulk;
            ServiceProcess killed = start(Map.of("DOCKET_BULK_CANCEL_PATIENCE", "0S"));
            run(sql, JOBS);
            run(sql, STOP_HALF_WAY);
            run(sql, "select pg_advisory_lock(4711)");
            HttpResponse<String> answer = killed.post(CANCEL, body());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            bulk = new JsonObject(answer.body()).getString("id");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            number(sql, "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                    == 1);

            killed.kill();
            run(sql, "select pg_advisory_unlock(4711)");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> number(
                                    sql,
                                    "select count(*) from pg_locks where relation = 'job'::regclass"
                                            + " and mode = 'RowExclusiveLock'")
                            == 0);

            assertThat(number(sql, "select position from bulk_cancel")).isEqualTo(HALF);
            assertThat(number(sql, "select count(*) from bulk_cancel_job")).isEqualTo(HALF);
            assertThat(number(sql, "select count(*) from job where status = 'cancelled'"))
                    .isEqualTo(number(sql, "select count(*) from bulk_cancel_job where outcome = 'cancelled'"));

            try (ServiceProcess next = start(Map.of())) {
                JsonObject done = Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(
                                () -> new JsonObject(
                                        next.get(CANCEL + "/" + bulk).body()),
                                found -> found.getString("status").equals("completed"));
                Map<String, JsonObject> outcomes = outcomes(next, bulk);

                assertThat(outcomes.keySet()).containsExactlyInAnyOrderElementsOf(ids());
                assertThat(done.getJsonObject("counts").encode())
                        .isEqualTo("{\"cancelled\":9405,\"already_finished\":495,\"not_queued\":0,\"status_changed\":0,"
                                + "\"not_found\":100,\"error\":0}");
                assertThat(rows(sql, bulk))
                        .allSatisfy((id, row) ->
                                assertThat(outcomes.get(id).encode()).isEqualTo(row));
                assertThat(next.metric("docket_bulk_cancel_batch_seconds_count"))
                        .isEqualTo((10_000 - HALF) / BATCH);
            }
        }
    }

    private ServiceProcess start(Map<String, String> settings) {
        DatabaseAddress address = database.address();
        Map<String, String> all = new HashMap<>(settings);
        all.put("DOCKET_DB_URL", "postgresql://" + address.place());
        all.put("DOCKET_DB_USERNAME", address.username());
        all.put("DOCKET_DB_PASSWORD", address.password());
        all.put("DOCKET_BULK_CANCEL_BATCH", Integer.toString(BATCH));
        return ServiceProcess.start(directory, all);
    }

    private static String body() {
        return new JsonObject()
                .put("ids", new JsonArray(ids()))
                .put("reason", "enough")
                .encode();
    }

    /** Those of the rows, and a hundred more that nobody has. */
    private static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            ids.add(new JobId("job_%021d".formatted(i)).value());
        }
        return ids;
    }

    private static Map<String, JsonObject> outcomes(ServiceProcess service, String bulk) {
        Map<String, JsonObject> outcomes = new HashMap<>();
        String after = "";
        JsonObject page;
        do {
            page = new JsonObject(service.get(CANCEL + "/" + bulk + "/outcomes?limit=1000" + after)
                    .body());
            page.getJsonArray("data").forEach(entry -> {
                JsonObject outcome = (JsonObject) entry;
                assertThat(outcomes.put(outcome.getString("job_id"), outcome)).isNull();
            });
            after = "&after=" + page.getString("last_id");
        } while (page.getBoolean("has_more"));
        return outcomes;
    }

    /** The outcome that each job's own row speaks of. */
    private static Map<String, String> rows(Connection sql, String bulk) throws SQLException {
        Map<String, String> rows = new HashMap<>();
        try (PreparedStatement statement = sql.prepareStatement("""
                select id, status, work_started, coalesce(cancel_token = ?, false) as mine
                from job
                """)) {
            statement.setString(1, "bulk:" + bulk);
            ResultSet found = statement.executeQuery();
            while (found.next()) {
                boolean mine = found.getBoolean("mine");
                JsonObject told = new JsonObject()
                        .put("job_id", found.getString("id"))
                        .put("outcome", mine ? "cancelled" : "already_finished")
                        .put("status", found.getString("status"))
                        .put("work_started", mine ? found.getBoolean("work_started") : null);
                rows.put(found.getString("id"), told.encode());
            }
        }
        assertThat(rows).hasSize(9_900);
        return rows;
    }

    private static void run(Connection sql, String statement) throws SQLException {
        try (Statement any = sql.createStatement()) {
            any.execute(statement);
        }
    }

    private static int number(Connection sql, String query) throws SQLException {
        try (Statement any = sql.createStatement();
                ResultSet rows = any.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
