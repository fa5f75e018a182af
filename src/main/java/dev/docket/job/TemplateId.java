package dev.docket.job;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public name of a template of a form: {@code edittplt_} and 21 characters of the nanoid alphabet.
 *
 * @param value the whole id with its prefix
 */
public record TemplateId(String value) {
    private static final String PREFIX = "edittplt_";
    private static final int LENGTH = 21;
    private static final Pattern SHAPE = Pattern.compile("edittplt_[A-Za-z0-9_-]{21}");

    /** A fresh id, never seen before. */
    public static TemplateId fresh() {
        return new TemplateId(RandomId.of(PREFIX, LENGTH));
    }

    /** Reads an id as a client sent it; empty when it cannot be the name of any template. */
    public static Optional<TemplateId> parse(String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new TemplateId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
