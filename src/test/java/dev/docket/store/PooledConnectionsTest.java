package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgConnectOptions;
import org.junit.jupiter.api.Test;

class PooledConnectionsTest {
    @Test
    void a_copy_of_options_for_a_pooler_is_still_for_a_pooler() {
        PgConnectOptions pooled = new PgConnectOptions().setUseLayer7Proxy(true).setCachePreparedStatements(false);

        PgConnectOptions copy = DatabaseConnections.copy(pooled);

        assertThat(copy.getUseLayer7Proxy()).isTrue();
        assertThat(copy.getCachePreparedStatements()).isFalse();
    }
}
