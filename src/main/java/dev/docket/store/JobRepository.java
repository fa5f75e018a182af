package dev.docket.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of jobs as they are shown. */
@ApplicationScoped
class JobRepository implements PanacheRepositoryBase<JobEntity, String> {
    Uni<JobEntity> owned(String organization, String id) {
        return find(
                        "#JobEntity.owned",
                        Parameters.with("organization", organization).and("id", id))
                .firstResult();
    }
}
