package dev.docket.ops;

import dev.docket.store.Pooler;
import dev.docket.store.PoolerConfig;
import dev.docket.store.Reserved;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Says at the start which limits are missing behind a pooler, where Docket cannot set them for its connections. */
@Singleton
class PooledLimits {
    private static final Logger LOG = Logger.getLogger(PooledLimits.class);

    private static final String MISSING = """
            select name
            from pg_settings
            where (name, setting) in (('statement_timeout', '0'), ('lock_timeout', '0'),
                                      ('idle_in_transaction_session_timeout', '0'), ('enable_seqscan', 'on'))
            order by name
            """;

    private final PoolerConfig pooler;
    private final Pool pool;

    PooledLimits(PoolerConfig pooler, @Reserved Pool pool) {
        this.pooler = pooler;
        this.pool = pool;
    }

    void ask(@Observes StartupEvent event) {
        if (pooler.pooler() == Pooler.TRANSACTION) {
            pool.query(MISSING)
                    .execute()
                    .subscribe()
                    .with(this::tell, failure -> LOG.warnf("The pooler does not answer yet: %s", failure.toString()));
        }
    }

    private void tell(RowSet<Row> missing) {
        List<String> names = new ArrayList<>();
        missing.forEach(row -> names.add(row.getString(0)));
        if (!names.isEmpty()) {
            LOG.warnf(
                    "The role's sessions behind the pooler run without %s: set them with ALTER ROLE … SET",
                    String.join(", ", names));
        }
    }
}
