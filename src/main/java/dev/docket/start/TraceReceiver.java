package dev.docket.start;

import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The one setting that names a receiver of traces: checked, and turned into those of the framework. */
public final class TraceReceiver implements StartupCheck {
    private static final String ENDPOINT = "docket.traces.endpoint";
    private static final String RATIO = "docket.traces.ratio";

    @Override
    public void check(SmallRyeConfig settings) {
        Optional<String> endpoint = settings.getOptionalValue(ENDPOINT, String.class);
        if (endpoint.isPresent() && !isAddress(endpoint.get())) {
            throw new StartRefused("DOCKET_TRACES_ENDPOINT is no address like http://collector:4318.");
        }
        String ratio = settings.getOptionalValue(RATIO, String.class).orElse("1");
        if (!isPart(ratio)) {
            throw new StartRefused("DOCKET_TRACES_RATIO is '" + ratio + "': it must be a number from 0 to 1.");
        }
    }

    /** What the framework is told; without a receiver it stays as it is, which is off. */
    static Map<String, String> quarkusProperties(SmallRyeConfig settings) {
        return settings.getOptionalValue(ENDPOINT, String.class)
                .map(endpoint -> Map.of(
                        "quarkus.otel.sdk.disabled", "false", "quarkus.otel.exporter.otlp.traces.endpoint", endpoint))
                .orElse(Map.of());
    }

    private static boolean isAddress(String endpoint) {
        try {
            URI address = URI.create(endpoint);
            return address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("https?");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isPart(String ratio) {
        try {
            double part = Double.parseDouble(ratio);
            return part >= 0 && part <= 1;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
