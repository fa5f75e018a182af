package dev.docket.api;

import dev.docket.endpoint.Fault;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The {@code Idempotency-Key} of a call.
 *
 * @param value 1 to 255 printable ASCII characters
 */
public record IdempotencyText(String value) {
    static final String SHAPE = "1 to 255 printable ASCII characters without spaces";

    private static final Pattern GOOD = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Reads the header; empty when it was not sent or says nothing, a 422 when it cannot be a key. */
    static Optional<IdempotencyText> read(String header) {
        // HTTP and the framework hardly tell a header without a value from one that is not there.
        if (header == null || header.isEmpty()) {
            return Optional.empty();
        }
        Optional<IdempotencyText> key = parse(header);
        if (key.isEmpty()) {
            throw InvalidRequest.of(
                    List.of(new Fault("header Idempotency-Key", SHAPE, header.length() + " characters")));
        }
        return key;
    }

    /** Empty when the text cannot be a key. */
    static Optional<IdempotencyText> parse(String text) {
        return GOOD.matcher(text).matches() ? Optional.of(new IdempotencyText(text)) : Optional.empty();
    }

    /** What makes the tries of one call recognise each other: the key when there is one, else something unique. */
    static String tokenOf(String header) {
        return read(header).map(key -> "key:" + key.value()).orElseGet(() -> "call:" + UUID.randomUUID());
    }
}
