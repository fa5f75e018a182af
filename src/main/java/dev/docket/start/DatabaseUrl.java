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
 * @param host name or address, IPv6 in brackets
 * @param port 5432 unless given
 * @param database its name as it stands in the URL, percent-encoded
 * @param username out of the user part or the {@code user} parameter, if any
 * @param password out of the user part or the {@code password} parameter, if any
 * @param parameters the other query parameters, in order
 */
record DatabaseUrl(
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
    static DatabaseUrl parse(String text) {
        Matcher url = SHAPE.matcher(text.strip());
        if (!url.matches()) {
            throw new StartRefused("DOCKET_DB_URL is no PostgreSQL URL:"
                    + " write postgresql://host:5432/database, with one host, and percent-encode special characters.");
        }
        int port = url.group("port") == null ? DEFAULT_PORT : Integer.parseInt(url.group("port"));
        if (port < 1 || port > 65_535) {
            throw new StartRefused("DOCKET_DB_URL has port " + port + ": it must be a number from 1 to 65535.");
        }
        Map<String, String> parameters = query(url.group("query"));
        Optional<String> username = Optional.ofNullable(parameters.remove("user"));
        Optional<String> password = Optional.ofNullable(parameters.remove("password"));
        return new DatabaseUrl(
                url.group("host"),
                port,
                url.group("database"),
                decoded(url.group("user")).or(() -> username),
                decoded(url.group("password")).or(() -> password),
                parameters);
    }

    String place() {
        return host + ":" + port + "/" + database;
    }

    private static Map<String, String> query(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static Optional<String> decoded(String part) {
        return Optional.ofNullable(part).filter(text -> !text.isEmpty()).map(DatabaseUrl::decode);
    }

    private static String decode(String text) {
        try {
            // A plus is a plus in a URL's user part; only forms mean a space by it.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StartRefused("DOCKET_DB_URL has a '%' that starts no percent-encoded character: write it %25.");
        }
    }
}
