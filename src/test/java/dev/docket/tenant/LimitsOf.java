package dev.docket.tenant;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;

/** The reading of limits over a pool of the test's own. */
public final class LimitsOf {
    private LimitsOf() {}

    public static ReadLimits over(Pool pool) {
        return new ReadLimits(pool, defaults());
    }

    public static LimitsConfig defaults() {
        return new SmallRyeConfigBuilder()
                .withMapping(LimitsConfig.class)
                .build()
                .getConfigMapping(LimitsConfig.class);
    }
}
