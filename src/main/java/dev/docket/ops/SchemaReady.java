package dev.docket.ops;

import dev.docket.store.Reserved;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and no migration of it has failed; the start itself runs those of this version. */
@Readiness
@Singleton
class SchemaReady implements AsyncHealthCheck {
    private static final String NAME = "database schema";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String MIGRATED = """
            select max(version) filter (where success) as version,
                   count(*) filter (where not success) as failed
            from flyway_schema_history
            """;

    private final Pool pool;

    SchemaReady(@Reserved Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query(MIGRATED)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> HealthCheckResponse.named(NAME)
                        .status(row.getString("version") != null && row.getLong("failed") == 0)
                        .withData("version", String.valueOf(row.getString("version")))
                        .build())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(HealthCheckResponse.named(NAME)
                        .down()
                        .withData("database", "does not answer")
                        .build());
    }
}
