package dev.docket.project;

import dev.docket.job.ProjectId;
import dev.docket.store.Page;
import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads the projects of an organization. */
@Singleton
public class FindProjects {
    private static final String ONE = """
            select %s
            from project p
            where p.organization_id = $1
              and p.id = $2
            """.formatted(ProjectRow.COLUMNS);

    private static final String PAGE = """
            select %s
            from project p
            where p.organization_id = $1
              and ($2::text is null
                   or p.seq < (select c.seq from project c where c.organization_id = $1 and c.id = $2))
            order by p.seq desc
            limit $3
            """.formatted(ProjectRow.COLUMNS);

    private final Pool pool;

    FindProjects(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Project>> byId(String organization, ProjectId id) {
        return TryAgain.onLoss(() -> pool.preparedQuery(ONE).execute(Tuple.of(organization, id.value())))
                .map(ProjectRow::first);
    }

    /** The newest first, behind {@code after} if it is given; empty when that is none of the organization's. */
    public Uni<Optional<Page<Project>>> page(String organization, ProjectId after, int limit) {
        return after == null
                ? read(organization, null, limit).map(Optional::of)
                : byId(organization, after)
                        .chain(cursor -> cursor.isEmpty()
                                ? Uni.createFrom().item(Optional.<Page<Project>>empty())
                                : read(organization, after, limit).map(Optional::of));
    }

    private Uni<Page<Project>> read(String organization, ProjectId after, int limit) {
        Tuple asked = Tuple.of(organization, after == null ? null : after.value(), limit + 1);
        return TryAgain.onLoss(() -> pool.preparedQuery(PAGE).execute(asked))
                .map(rows -> Page.of(rows, limit, ProjectRow::read));
    }
}
