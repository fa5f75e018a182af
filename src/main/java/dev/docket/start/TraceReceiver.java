package dev.docket.start;

import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Turns the one setting that names a receiver of traces into those of the framework, which are off without it. */
final class TraceReceiver {
    private static final String KEY = "docket.traces.endpoint";

    private TraceReceiver() {}

    static Map<String, String> quarkusProperties(SmallRyeConfig settings) {
        Optional<String> endpoint = settings.getOptionalValue(KEY, String.class);
        return endpoint.isEmpty()
                ? Map.of()
                : Map.of(
                        "quarkus.otel.sdk.disabled",
                        "false",
                        "quarkus.otel.exporter.otlp.traces.endpoint",
                        checked(endpoint.get()));
    }

    private static String checked(String endpoint) {
        try {
            URI address = URI.create(endpoint);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return endpoint;
            }
        } catch (IllegalArgumentException malformed) {
            throw refused(malformed);
        }
        throw refused(null);
    }

    private static StartRefused refused(Throwable cause) {
        return new StartRefused(KEY + " is no address like http://collector:4318", cause);
    }
}
