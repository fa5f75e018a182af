package dev.docket.start;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL URL in any of the spellings that drivers and platforms hand out. Read by pattern, not by
 * {@link java.net.URI}, which knows no host with an underscore.
 *
 * @param variable where the URL comes from, for a refusal
 * @param host name or address, IPv6 in brackets
 * @param port 5432 unless given
 * @param database its name as it stands in the URL, percent-encoded
 * @param username out of the user part or the {@code user} parameter, if any
 * @param password out of the user part or the {@code password} parameter, if any
 * @param parameters the other query parameters, in order
 */
record DatabaseUrl(
        String variable,
        String host,
        int port,
        String database,
        Optional<String> username,
        Optional<String> password,
        Map<String, String> parameters) {
    private static final int DEFAULT_PORT = 5432;
    private static final Pattern SHAPE = Pattern.compile("(?:jdbc:|vertx-reactive:)?postgres(?:ql)?://"
            + "(?:(?<user>[^:/?]*)(?::(?<password>[^/?]*))?@)?"
            + "(?<host>\\[[0-9A-Fa-f:.]+]|[^\\[\\]:/?@,\\s]+)(?::(?<port>[0-9]{1,5}))?"
            + "/(?<database>[^/?\\s]+)(?:\\?(?<query>\\S*))?");

    /** Never repeats the URL in its refusal: it may hold a password. */
    static DatabaseUrl parse(String variable, String text) {
        Matcher url = SHAPE.matcher(text.strip());
        if (!url.matches()) {
            throw new StartRefused(variable + " is no PostgreSQL URL:"
                    + " write postgresql://host:5432/database, with one host, and percent-encode special characters.");
        }
        int port = url.group("port") == null ? DEFAULT_PORT : Integer.parseInt(url.group("port"));
        if (port < 1 || port > 65_535) {
            throw new StartRefused(variable + " has port " + port + ": it must be a number from 1 to 65535.");
        }
        Map<String, String> parameters = query(variable, url.group("query"));
        Optional<String> username = Optional.ofNullable(parameters.remove("user"));
        Optional<String> password = Optional.ofNullable(parameters.remove("password"));
        return new DatabaseUrl(
                variable,
                url.group("host"),
                port,
                url.group("database"),
                decoded(variable, url.group("user")).or(() -> username),
                decoded(variable, url.group("password")).or(() -> password),
                parameters);
    }

    String place() {
        return host + ":" + port + "/" + database;
    }

    private static Map<String, String> query(String variable, String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), decode(variable, pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static Optional<String> decoded(String variable, String part) {
        return Optional.ofNullable(part).filter(text -> !text.isEmpty()).map(text -> decode(variable, text));
    }

    private static String decode(String variable, String text) {
        try {
            // A plus is a plus in a URL's user part; only forms mean a space by it.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(variable + " has a '%' that starts no percent-encoded character: write it %25.");
        }
    }
}
