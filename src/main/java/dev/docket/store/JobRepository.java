package dev.docket.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of jobs as they are shown. */
@ApplicationScoped
class JobRepository implements PanacheRepositoryBase<JobEntity, String> {
    Uni<JobEntity> owned(String organization, String id) {
        return find("organization = ?1 and id = ?2", organization, id).firstResult();
    }
}
