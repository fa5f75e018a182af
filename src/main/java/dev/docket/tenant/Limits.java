package dev.docket.tenant;

/**
 * What an organization may use. A limit of 0 is no limit.
 *
 * @param weight its share of the executors relative to other organizations, at least 1
 * @param running jobs running at once
 * @param runningPerEndpoint jobs running at once on one endpoint
 * @param queued jobs waiting in the queue
 */
public record Limits(int weight, int running, int runningPerEndpoint, int queued) {
    /** The row's own limits, the configured ones where the row has none, or where there is no row. */
    static Limits of(Organization row, LimitsConfig defaults) {
        if (row == null) {
            return new Limits(
                    1,
                    defaults.runningPerOrganization(),
                    defaults.runningPerEndpoint(),
                    defaults.queuedPerOrganization());
        }
        return new Limits(
                Math.max(1, row.weight),
                own(row.maxRunning, defaults.runningPerOrganization()),
                own(row.maxRunningPerEndpoint, defaults.runningPerEndpoint()),
                own(row.maxQueued, defaults.queuedPerOrganization()));
    }

    private static int own(Integer limit, int fallback) {
        return limit != null ? limit : fallback;
    }
}
