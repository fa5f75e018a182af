package dev.docket.executor;

import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;

/** What the claim must keep to for each organization: its weight in the turns and its caps. Answers without waiting. */
public interface OrganizationTerms {
    /** How many slots the organization gets in its turn, at least 1. */
    int weight(String organization);

    /** Whether a cap on running jobs of the whole organization holds. */
    boolean isCapped(String organization);

    /** What to ask of a lane, with the organization's caps. */
    LaneClaim claim(Lane lane, long fromPos, int slots);
}
