package dev.docket.start;

import dev.docket.store.PoolerConfig;
import dev.docket.store.ReplicaConfig;
import dev.docket.tenant.AuthConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;

/** Reads the configuration before Quarkus starts, out of the same places and in the same order as Quarkus will. */
final class Settings {
    private Settings() {}

    static SmallRyeConfig read() {
        try {
            return ConfigUtils.configBuilder()
                    .withMapping(DocketConfig.class)
                    .withMapping(DatabaseConfig.class)
                    .withMapping(PoolerConfig.class)
                    .withMapping(AuthConfig.class)
                    .withMapping(ReplicaConfig.class)
                    // The other packages' keys live under the same prefix and are checked where they are mapped.
                    .withValidateUnknown(false)
                    .build();
        } catch (ConfigValidationException e) {
            throw new StartRefused(
                    "The configuration cannot be read: " + e.getProblem(0).getMessage(), e);
        }
    }
}
