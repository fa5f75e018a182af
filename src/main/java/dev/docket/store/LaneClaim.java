package dev.docket.store;

/**
 * What is asked of one lane in a claim.
 *
 * @param fromPos no ready job before this position is looked at
 * @param slots how many jobs at most
 * @param laneCap how many jobs of the lane may run at the same time, 0 for no cap
 * @param organizationCap how many jobs of the organization may run at the same time, 0 for no cap; a capped
 *     organization may have one lane in a claim only
 */
public record LaneClaim(Lane lane, long fromPos, int slots, int laneCap, int organizationCap) {
    boolean isCapped() {
        return laneCap > 0 || organizationCap > 0;
    }
}
