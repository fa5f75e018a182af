package dev.docket.start;

import dev.docket.store.Pooler;
import dev.docket.store.PoolerConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says at every start where the jobs are kept: an embedded database depends on the directory one starts in. */
@Singleton
class DatabaseNotice {
    private static final Logger LOG = Logger.getLogger(DatabaseNotice.class);

    private final DocketConfig docket;
    private final DatabaseConfig database;
    private final PoolerConfig pooler;
    private final String url;

    DatabaseNotice(
            DocketConfig docket,
            DatabaseConfig database,
            PoolerConfig pooler,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url) {
        this.docket = docket;
        this.database = database;
        this.pooler = pooler;
        this.url = url;
    }

    void tell(@Observes StartupEvent event) {
        if (pooler.pooler() == Pooler.TRANSACTION) {
            LOG.infof("Jobs are kept at %s, behind a pooler in transaction mode: sessions go past it", url);
        } else if (database.url().isPresent()) {
            LOG.infof("Jobs are kept at %s", url);
        } else {
            Path directory = Path.of(docket.dataDir()).toAbsolutePath().normalize();
            LOG.infof("Jobs are kept in %s by the embedded PostgreSQL at %s", directory, url);
        }
    }
}
