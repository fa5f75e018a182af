package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A statement is planned once a connection, and not once a call. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class PreparedStatementsTest {
    private static final String LONG = "select 1 /* %s */".formatted("as long as a claim ".repeat(300));
    private static final String KEPT = "select count(*) from pg_prepared_statements where statement like 'select 1 %'";

    private Pool pool;
    private Pool reserved;

    @Inject
    void use(Pool pool, @Reserved Pool reserved) {
        this.pool = pool;
        this.reserved = reserved;
    }

    @Test
    void a_long_statement_of_a_call_is_kept_by_its_connection() {
        assertThat(kept(pool)).isEqualTo(1);
    }

    @Test
    void a_long_statement_of_the_executor_is_kept_by_its_connection() {
        assertThat(kept(reserved)).isEqualTo(1);
    }

    private static long kept(Pool pool) {
        return pool.withConnection(PreparedStatementsTest::runAndCount).await().atMost(Duration.ofSeconds(10));
    }

    private static Uni<Long> runAndCount(SqlConnection connection) {
        return connection
                .preparedQuery(LONG)
                .execute()
                .chain(() -> connection.query(KEPT).execute())
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
