package dev.docket.tenant;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The keys, revoked ones included. */
@ApplicationScoped
public class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {
    /** The key with this hash, or null; one probe of a unique index. */
    public Uni<ApiKey> findByHash(KeyHash hash) {
        return find("#" + ApiKey.BY_HASH, (Object) hash.bytes()).firstResult();
    }

    /** The keys of an organization, newest first. */
    public Uni<List<ApiKey>> listOf(String organization) {
        return list("organizationId = ?1 order by createdAt desc, id", organization);
    }

    /** Revokes a key that is still good; gives the number of keys changed, 0 when there was nothing to revoke. */
    public Uni<Integer> revoke(String organization, String id) {
        return update(
                "revokedAt = instant where organizationId = ?1 and id = ?2 and revokedAt is null", organization, id);
    }
}
