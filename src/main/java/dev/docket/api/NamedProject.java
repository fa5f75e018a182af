package dev.docket.api;

import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processors;
import dev.docket.job.ProjectId;
import dev.docket.project.FindProjects;
import dev.docket.store.NewJob;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Looks whether the project that a request names is there, so that a job that cannot work is refused at once. */
@Singleton
class NamedProject {
    private final Processors processors;
    private final FindProjects findProjects;

    NamedProject(Processors processors, FindProjects findProjects) {
        this.processors = processors;
        this.findProjects = findProjects;
    }

    /** Fails with a 404 when the project is kept here and is not there. */
    Uni<Void> check(NewJob job) {
        boolean needed =
                Endpoint.ofPath(job.endpoint()).filter(processors::needProject).isPresent();
        if (!needed) {
            return Uni.createFrom().voidItem();
        }
        Optional<ProjectId> project = ProjectId.parse(job.projectId());
        return project.isEmpty()
                ? Uni.createFrom().failure(notFound())
                : findProjects
                        .byId(job.organization(), project.get())
                        .map(found -> found.orElseThrow(NamedProject::notFound))
                        .replaceWithVoid();
    }

    private static ProblemException notFound() {
        return new ProblemException(Problems.projectNotFound());
    }
}
