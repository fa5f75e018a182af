package dev.docket.tenant;

import io.smallrye.mutiny.Uni;

/** The same limits for every organization, for tests that have no Hibernate. */
public final class GivenLimits extends OrganizationLimits {
    private final Limits limits;

    public GivenLimits(Limits limits) {
        super(null, null);
        this.limits = limits;
    }

    @Override
    public Uni<Limits> of(String organization) {
        return Uni.createFrom().item(limits);
    }
}
