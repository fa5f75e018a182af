package dev.docket.endpoint.upstream;

import dev.docket.endpoint.ProcessorMisconfigured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The headers that a service is configured to be called with.
 *
 * @param secrets the credentials among their values
 */
record ServiceHeaders(List<Map.Entry<String, String>> all, List<String> secrets) {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]+");

    /** What Docket sets itself, or what frames the message. */
    private static final Set<String> RESERVED = Set.of(
            "accept",
            "accept-encoding",
            "api-key",
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "docket-attempt",
            "docket-job-id",
            "expect",
            "host",
            "idempotency-key",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    static ServiceHeaders of(String prefix, ServiceConfig config) {
        if (config.apiKey().isPresent() && config.authorization().isPresent()) {
            throw new ProcessorMisconfigured(prefix + "api-key and " + prefix + "authorization cannot both be set");
        }
        List<Map.Entry<String, String>> all = new ArrayList<>();
        config.apiKey().ifPresent(key -> all.add(Map.entry("Api-Key", value(prefix + "api-key", key))));
        config.authorization()
                .ifPresent(text -> all.add(Map.entry("Authorization", value(prefix + "authorization", text))));
        List<String> secrets = all.stream().map(Map.Entry::getValue).toList();
        config.headers().orElse(List.of()).forEach(line -> all.add(header(prefix + "headers", line)));
        return new ServiceHeaders(List.copyOf(all), secrets);
    }

    /** The value is not repeated: it may be a secret as well. */
    private static Map.Entry<String, String> header(String key, String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip();
        if (!NAME.matcher(name).matches()) {
            throw new ProcessorMisconfigured(key + " must be a list of Name: value, separated by commas");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new ProcessorMisconfigured(key + " cannot have " + name + ", which is set otherwise");
        }
        return Map.entry(name, value(key, line.substring(colon + 1)));
    }

    private static String value(String key, String text) {
        String value = text.strip();
        if (!VALUE.matcher(value).matches()) {
            throw new ProcessorMisconfigured(key + " must have values of printable ASCII characters");
        }
        return value;
    }
}
