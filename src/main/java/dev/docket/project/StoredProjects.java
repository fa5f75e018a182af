package dev.docket.project;

import dev.docket.endpoint.ProjectTerms;
import dev.docket.endpoint.Projects;
import dev.docket.job.ProjectId;
import dev.docket.store.Reserved;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The projects as runs see them, read over connections that a flood of calls cannot take. */
@Singleton
class StoredProjects implements Projects {
    private final FindProjects find;

    StoredProjects(@Reserved Pool pool) {
        this.find = new FindProjects(pool);
    }

    @Override
    public Uni<Optional<ProjectTerms>> find(String organization, String project) {
        Optional<ProjectId> id = ProjectId.parse(project);
        return id.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : find.byId(organization, id.get()).map(found -> found.map(FillTerms::of));
    }
}
