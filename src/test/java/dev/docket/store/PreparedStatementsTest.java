package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A statement is planned once a connection, and not once a call. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class PreparedStatementsTest {
    private static final String LONG = "select 1 /* %s */".formatted("as long as a claim ".repeat(300));
    private static final String KEPT = "select count(*) from pg_prepared_statements where statement like 'select 1 %'";

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private Pool pool;
    private Pool reserved;
    private DatabaseConnections connections;
    private ReplicaConfig config;
    private Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Inject
    void use(Pool pool, @Reserved Pool reserved, DatabaseConnections connections, ReplicaConfig config, Vertx vertx) {
        this.pool = pool;
        this.reserved = reserved;
        this.connections = connections;
        this.config = config;
        this.vertx = vertx;
    }

    @Test
    void a_long_statement_of_a_call_is_kept_by_its_connection() {
        assertThat(kept(pool)).isEqualTo(1);
    }

    @Test
    void a_long_statement_of_the_executor_is_kept_by_its_connection() {
        assertThat(kept(reserved)).isEqualTo(1);
    }

    @Test
    void a_statement_of_a_read_is_kept_by_its_connection_to_the_replica() {
        PgConnectOptions standby = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        Replica replica = connections.replica(vertx, () -> Optional.of(standby), config);
        try {
            assertThat(replica.on(PreparedStatementsTest::runAndCount).await().atMost(LONG_ENOUGH))
                    .isEqualTo(1);
        } finally {
            replica.close(LONG_ENOUGH);
        }
    }

    private static long kept(Pool pool) {
        return pool.withConnection(PreparedStatementsTest::runAndCount).await().atMost(LONG_ENOUGH);
    }

    private static Uni<Long> runAndCount(SqlConnection connection) {
        return connection
                .preparedQuery(LONG)
                .execute()
                .chain(() -> connection.query(KEPT).execute())
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
