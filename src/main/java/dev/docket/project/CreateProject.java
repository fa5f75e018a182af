package dev.docket.project;

import dev.docket.job.ProjectId;
import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Stores a new project. */
@Singleton
public class CreateProject {
    private static final String CREATE = """
            with moment as materialized (
                select clock_timestamp() as at
            ),
            kept as materialized (
                -- Counted no further than it matters.
                select count(*) as number
                from (select from project k
                      where k.organization_id = $1
                      limit $6) as counted
            )
            insert into project as p (organization_id, id, created_at, updated_at, name, draft_schema, draft_settings)
            select $1, $2, m.at, m.at, $3::text, $4::text, $5::text
            from moment m
            cross join kept k
            where k.number < $6
            -- By a try whose answer was lost.
            on conflict (organization_id, id) do nothing
            returning %s
            """.formatted(ProjectRow.COLUMNS);

    private final Pool pool;
    private final FindProjects findProjects;
    private final ProjectsConfig config;

    CreateProject(Pool pool, FindProjects findProjects, ProjectsConfig config) {
        this.pool = pool;
        this.findProjects = findProjects;
        this.config = config;
    }

    /** The project as it is stored; empty when the organization has as many as it may. */
    public Uni<Optional<Project>> create(String organization, String name, Settings draft) {
        ProjectId id = ProjectId.fresh();
        Tuple row = Tuple.of(organization, id.value(), name, draft.schema(), draft.inference(), limit());
        return TryAgain.onLoss(() -> pool.preparedQuery(CREATE).execute(row))
                .map(ProjectRow::first)
                .chain(stored ->
                        stored.isPresent() ? Uni.createFrom().item(stored) : findProjects.byId(organization, id));
    }

    /** How many projects an organization may have. */
    public int limit() {
        return config.perOrganization();
    }
}
