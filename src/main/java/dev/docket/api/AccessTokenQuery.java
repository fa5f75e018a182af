package dev.docket.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A request target whose query has lost its {@code access_token} parameters; the others keep their order and spelling.
 * A fragment, which has no business in a request target, goes too.
 *
 * @param target what is left
 * @param token the decoded value of the first of them, or null when there was none
 */
record AccessTokenQuery(String target, String token) {
    private static final String NAME = "access_token";

    static AccessTokenQuery of(String uri) {
        int question = uri.indexOf('?');
        if (question < 0) {
            return new AccessTokenQuery(uri, null);
        }
        int hash = uri.indexOf('#', question);
        return split(uri.substring(0, question), uri.substring(question + 1, hash < 0 ? uri.length() : hash), uri);
    }

    private static AccessTokenQuery split(String path, String query, String uri) {
        StringBuilder kept = new StringBuilder(path);
        char separator = '?';
        String token = null;
        for (int from = 0; from <= query.length(); ) {
            int to = endOfPair(query, from);
            String pair = query.substring(from, to);
            if (isToken(pair)) {
                token = token == null ? valueOf(pair) : token;
            } else {
                kept.append(separator).append(pair);
                separator = to < query.length() ? query.charAt(to) : '&';
            }
            from = to + 1;
        }
        return token == null ? new AccessTokenQuery(uri, null) : new AccessTokenQuery(kept.toString(), token);
    }

    /** The server's own parser ends a parameter at a semicolon too. */
    private static int endOfPair(String query, int from) {
        int at = from;
        while (at < query.length() && query.charAt(at) != '&' && query.charAt(at) != ';') {
            at++;
        }
        return at;
    }

    /** Names are compared without case, as the server's parameters are. */
    private static boolean isToken(String pair) {
        int equals = pair.indexOf('=', startOfName(pair));
        return NAME.equalsIgnoreCase(decode(pair.substring(startOfName(pair), equals < 0 ? pair.length() : equals)));
    }

    private static String valueOf(String pair) {
        int equals = pair.indexOf('=', startOfName(pair));
        return equals < 0 ? "" : decode(pair.substring(equals + 1));
    }

    /** The server's own parser skips equals signs before a name. */
    private static int startOfName(String pair) {
        int at = 0;
        while (at < pair.length() && pair.charAt(at) == '=') {
            at++;
        }
        return at;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
