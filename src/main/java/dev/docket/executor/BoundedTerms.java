package dev.docket.executor;

import dev.docket.store.Lane;
import java.util.Map;

/** The terms of organizations, and that no lane fills this process with runs that only wait for its documents. */
record BoundedTerms(OrganizationTerms terms, Runs runs) implements Turns.Terms {
    @Override
    public int weight(String organization) {
        return terms.weight(organization);
    }

    @Override
    public boolean allows(Lane lane, Map<Lane, Integer> dealt) {
        return terms.allows(lane, dealt) && runs.allows(lane, dealt.getOrDefault(lane, 0) + 1);
    }
}
