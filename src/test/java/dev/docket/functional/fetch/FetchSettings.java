package dev.docket.functional.fetch;

import dev.docket.endpoint.FetchConfig;
import dev.docket.endpoint.FetchRules;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings of the test's own, as keys under {@code docket.documents.fetch.} and their values, one after the other. */
public final class FetchSettings {
    private FetchSettings() {}

    public static FetchRules rules(String... settings) {
        return new FetchRules(config(settings));
    }

    public static FetchConfig config(String... settings) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put("docket.documents.fetch." + settings[i], settings[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(FetchConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(FetchConfig.class);
    }
}
