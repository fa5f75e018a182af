package dev.docket.endpoint.exchange;

import dev.docket.endpoint.StorableText;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What a service said about its failure, shortened and without the credentials that it may have repeated: in the forms
 * {@code {"detail": {"code", "message"}}}, {@code {"detail": "text"}}, {@code {"detail": [{"type", "msg"}]}}, the same
 * under {@code error}, or bare.
 *
 * @param code may be null
 * @param message may be null
 */
public record UpstreamWords(String code, String message) {
    private static final int LONGEST_CODE = 80;
    private static final int LONGEST_MESSAGE = 300;

    public static UpstreamWords of(Buffer text, List<String> secrets) {
        try {
            return of(new JsonObject(text)).without(secrets);
        } catch (DecodeException | ClassCastException notJson) {
            return new UpstreamWords(null, null);
        }
    }

    public void addTo(Map<String, Object> details) {
        if (code != null) {
            details.put("upstream_code", StorableText.of(code, LONGEST_CODE));
        }
        if (message != null) {
            details.put("upstream_message", StorableText.of(message, LONGEST_MESSAGE));
        }
    }

    private static UpstreamWords of(JsonObject body) {
        Object said = body.getValue("detail", body.getValue("error", body));
        if (said instanceof JsonArray list && !list.isEmpty()) {
            said = list.getValue(0);
        }
        if (said instanceof JsonObject error) {
            return new UpstreamWords(first(error, "code", "type"), first(error, "message", "msg"));
        }
        return new UpstreamWords(null, said instanceof String text ? text : null);
    }

    private static String first(JsonObject error, String key, String otherKey) {
        Object value = error.getValue(key, error.getValue(otherKey));
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    private UpstreamWords without(List<String> secrets) {
        return new UpstreamWords(masked(code, secrets), masked(message, secrets));
    }

    private static String masked(String text, List<String> secrets) {
        String masked = text;
        for (String secret : secrets) {
            for (String part : secret.split(" ")) {
                masked = masked == null || part.length() < 6 ? masked : masked.replace(part, "***");
            }
        }
        return masked;
    }
}
