package dev.docket.endpoint;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The projects that requests can name. Where they are kept is not for a processor to know. */
public interface Projects {
    /**
     * What a project gives to the requests that name it; empty when the organization has no project of this id. Fails
     * when it cannot be told.
     */
    Uni<Optional<ProjectTerms>> find(String organization, String project);
}
