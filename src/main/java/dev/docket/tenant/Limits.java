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
        return row == null
                ? of(1, null, null, null, defaults)
                : of(row.weight, row.maxRunning, row.maxRunningPerEndpoint, row.maxQueued, defaults);
    }

    /** What holds for an organization without limits of its own. */
    public static Limits configured(LimitsConfig defaults) {
        return of(1, null, null, null, defaults);
    }

    /** Limits where null stands for the configured one. */
    static Limits of(int weight, Integer running, Integer runningPerEndpoint, Integer queued, LimitsConfig defaults) {
        return new Limits(
                Math.max(1, weight),
                own(running, defaults.runningPerOrganization()),
                own(runningPerEndpoint, defaults.runningPerEndpoint()),
                own(queued, defaults.queuedPerOrganization()));
    }

    private static int own(Integer limit, int fallback) {
        return limit != null ? limit : fallback;
    }
}
