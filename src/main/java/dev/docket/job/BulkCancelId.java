package dev.docket.job;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public name of a bulk cancel: {@code bcan_} and 21 characters of the nanoid alphabet.
 *
 * @param value the whole id with its prefix
 */
public record BulkCancelId(String value) {
    private static final String PREFIX = "bcan_";
    private static final int LENGTH = 21;
    private static final Pattern SHAPE = Pattern.compile("bcan_[A-Za-z0-9_-]{21}");

    /** A fresh id, never seen before. */
    public static BulkCancelId fresh() {
        return new BulkCancelId(RandomId.of(PREFIX, LENGTH));
    }

    /** Reads an id as a client sent it; empty when it cannot be the name of any bulk cancel. */
    public static Optional<BulkCancelId> parse(String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new BulkCancelId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
