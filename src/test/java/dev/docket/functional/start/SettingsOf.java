package dev.docket.functional.start;

import dev.docket.start.DatabaseConfig;
import dev.docket.start.DocketConfig;
import dev.docket.store.PoolerConfig;
import dev.docket.store.ReplicaConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** A configuration of exactly the given keys. */
final class SettingsOf {
    private SettingsOf() {}

    static SmallRyeConfig keys(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(DocketConfig.class)
                .withMapping(DatabaseConfig.class)
                .withMapping(PoolerConfig.class)
                .withMapping(ReplicaConfig.class)
                .withValidateUnknown(false)
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .build();
    }

    static DocketConfig docket(Map<String, String> keys) {
        return keys(keys).getConfigMapping(DocketConfig.class);
    }
}
