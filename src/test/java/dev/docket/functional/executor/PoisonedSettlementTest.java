package dev.docket.functional.executor;

import static org.hamcrest.Matchers.equalTo;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.TestPostgres;
import dev.docket.endpoint.Answer;
import dev.docket.job.Payload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Results that are written together, one of which the database will not take. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class PoisonedSettlementTest {
    private static final String ENDPOINT = "/v1/edit/templates/generate";
    private static final String REFUSE_COMPLETION = """
            create function refuse_one_result() returns trigger language plpgsql as $$
            begin
                raise exception 'this row cannot be completed';
            end
            $$;
            create trigger refuse_one_result before update on job
                for each row when (old.id = '%s' and new.status = 'completed') execute function refuse_one_result()
            """;
    private static final String NO_MORE = """
            drop trigger if exists refuse_one_result on job;
            drop function if exists refuse_one_result
            """;
    private static final String SETTLING = """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%with told as%'
            """;

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    @Inject
    GateProcessor gate;

    @AfterEach
    void let_everything_go() {
        JobRows.change(NO_MORE);
        gate.open();
        gate.reset();
    }

    @Test
    void one_result_that_cannot_be_written_does_not_keep_the_others_of_its_batch_from_it() throws SQLException {
        List<String> jobs =
                Stream.generate(this::create).limit(GateProcessor.PLACES).toList();
        List<GateProcessor.Held> works = jobs.stream().map(gate::awaitWork).toList();
        String poisoned = jobs.get(2);
        JobRows.change(REFUSE_COMPLETION.formatted(poisoned));

        try (Connection lock = lock(jobs.get(0))) {
            works.get(0).finish(completed());
            Awaitility.await().until(() -> JobRows.count(SETTLING) > 0);
            // These gather behind the one that waits.
            works.subList(1, works.size()).forEach(work -> work.finish(completed()));
            lock.rollback();
        }

        client.untilFinal(poisoned).body("status", equalTo("failed")).body("error.code", equalTo("processor_failed"));
        jobs.stream()
                .filter(job -> !job.equals(poisoned))
                .forEach(job -> client.untilFinal(job).body("status", equalTo("completed")));
    }

    private static Connection lock(String job) throws SQLException {
        Connection connection = TestPostgres.shared().connect();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("select from job where id = ? for update")) {
            lock.setString(1, job);
            lock.executeQuery();
        }
        return connection;
    }

    private String create() {
        return client.create(ENDPOINT, ServiceClient.textDocument("x")).path("id");
    }

    private static Answer completed() {
        return new Answer.Completed(200, Payload.of("{}".getBytes()));
    }
}
