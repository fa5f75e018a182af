package dev.docket.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Reads an organization's limits; a change of its row is seen within ten seconds. */
@Singleton
public class OrganizationLimits {
    private static final Duration BELIEVED = Duration.ofSeconds(10);
    private static final int REMEMBERED = 10_000;

    private final OrganizationRepository organizations;
    private final LimitsConfig defaults;
    private final Cache<String, Limits> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(BELIEVED)
            .build();

    OrganizationLimits(OrganizationRepository organizations, LimitsConfig defaults) {
        this.organizations = organizations;
        this.defaults = defaults;
    }

    /** The limits in force. Call it on a Vert.x context; fails when the database cannot be asked. */
    public Uni<Limits> of(String organization) {
        Limits remembered = known.getIfPresent(organization);
        return remembered != null
                ? Uni.createFrom().item(remembered)
                : read(organization).invoke(limits -> known.put(organization, limits));
    }

    private Uni<Limits> read(String organization) {
        return Panache.withSession(() -> organizations.findById(organization)).map(row -> Limits.of(row, defaults));
    }
}
