package dev.docket.project;

import dev.docket.job.ProjectId;
import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Changes, publishes and deletes projects. To change or publish twice is the same as once. */
@Singleton
public class ChangeProject {
    private static final String CHANGE = """
            update project p
            set name = coalesce($3::text, p.name),
                draft_schema = coalesce($4::text, p.draft_schema),
                draft_settings = coalesce($5::text, p.draft_settings),
                updated_at = clock_timestamp()
            where p.organization_id = $1
              and p.id = $2
            returning %s
            """.formatted(ProjectRow.COLUMNS);

    private static final String PUBLISH = """
            update project p
            set published_schema = p.draft_schema,
                published_settings = p.draft_settings,
                published_origin = $3::text,
                updated_at = clock_timestamp()
            where p.organization_id = $1
              and p.id = $2
            returning %s
            """.formatted(ProjectRow.COLUMNS);

    private static final String DELETE = """
            delete from project p
            where p.organization_id = $1
              and p.id = $2
            """;

    private final Pool pool;

    ChangeProject(Pool pool) {
        this.pool = pool;
    }

    /** Puts what is not null in the place of what was there; empty when there is no such project. */
    public Uni<Optional<Project>> change(String organization, ProjectId id, String name, Settings draft) {
        Tuple row = Tuple.of(organization, id.value(), name, draft.schema(), draft.inference());
        return TryAgain.onLoss(() -> pool.preparedQuery(CHANGE).execute(row)).map(ProjectRow::first);
    }

    /** Makes the draft what is used from now on; empty when there is no such project. */
    public Uni<Optional<Project>> publish(String organization, ProjectId id, String origin) {
        return TryAgain.onLoss(() -> pool.preparedQuery(PUBLISH).execute(Tuple.of(organization, id.value(), origin)))
                .map(ProjectRow::first);
    }

    /** Whether it was there. Not tried again when its answer is lost: a second try could not tell. */
    public Uni<Boolean> delete(String organization, ProjectId id) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(organization, id.value()))
                .map(rows -> rows.rowCount() == 1);
    }
}
