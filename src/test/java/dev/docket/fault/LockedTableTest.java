package dev.docket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.docket.JobRows;
import dev.docket.ProxiedPostgres;
import dev.docket.ServiceClient;
import dev.docket.TestPostgres;
import dev.docket.functional.executor.SlowHeartProfile;
import dev.docket.job.JobStatus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wait for a lock that takes too long is the database's affair, and no fault of the call. */
@QuarkusTest
@TestProfile(SlowHeartProfile.class)
@WithTestResource(ProxiedPostgres.class)
class LockedTableTest {
    private final ServiceClient client = ServiceClient.ofNewOrganization();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/jobs/%s/status", "/v1/jobs/%s", "/v1/jobs"})
    void a_look_that_cannot_be_answered_in_time_is_answered_503(String path) throws SQLException {
        String job =
                JobRows.put(client.organization(), JobStatus.COMPLETED).job().value();
        try (Connection holder = lock("job_facts")) {
            client.get(path.formatted(job))
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("detail.code", equalTo("database_unavailable"));
            holder.rollback();
        }
        client.get(path.formatted(job)).statusCode(200);
    }

    @Test
    void a_create_that_cannot_be_stored_in_time_is_answered_503_and_not_half_done() throws SQLException {
        String body = "{\"endpoint\":\"/v1/documents/parse\",\"request\":" + ServiceClient.textDocument("x") + "}";
        try (Connection holder = lock("job_facts")) {
            client.call().body(body).post("/v1/jobs").then().statusCode(503);
            holder.rollback();
        }
        for (String table : new String[] {"job", "job_facts", "body"}) {
            assertThat(JobRows.count(
                            "select count(*) from " + table + " where organization_id = ?", client.organization()))
                    .isZero();
        }
    }

    private static Connection lock(String table) throws SQLException {
        Connection holder = TestPostgres.shared().connect();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return holder;
    }
}
