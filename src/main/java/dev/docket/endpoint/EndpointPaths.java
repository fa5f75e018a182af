package dev.docket.endpoint;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads settings that are given by the path of an endpoint. */
final class EndpointPaths {
    private EndpointPaths() {}

    /** The settings by endpoint; refuses a path that is none. */
    static <T> Map<Endpoint, T> read(String key, Map<String, T> byPath) {
        Map<Endpoint, T> settings = new EnumMap<>(Endpoint.class);
        byPath.forEach((path, setting) -> settings.put(endpoint(key, path), setting));
        return settings;
    }

    private static Endpoint endpoint(String key, String path) {
        return Arrays.stream(Endpoint.values())
                .filter(endpoint -> spelled(endpoint.path()).equals(spelled(path)))
                .findFirst()
                .orElseThrow(() -> new ProcessorMisconfigured(
                        key + " names the unknown endpoint \"" + path + "\"; the endpoints are " + all()));
    }

    /** A path as it comes out of an environment variable, which has neither slashes nor upper case. */
    private static String spelled(String path) {
        return path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".").replaceAll("^\\.|\\.$", "");
    }

    private static List<String> all() {
        return Arrays.stream(Endpoint.values()).map(Endpoint::path).toList();
    }
}
