package dev.docket.job;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public name of a project: {@code proj_} and 21 characters of the nanoid alphabet.
 *
 * @param value the whole id with its prefix
 */
public record ProjectId(String value) {
    private static final String PREFIX = "proj_";
    private static final int LENGTH = 21;
    private static final Pattern SHAPE = Pattern.compile("proj_[A-Za-z0-9_-]{21}");

    /** A fresh id, never seen before. */
    public static ProjectId fresh() {
        return new ProjectId(RandomId.of(PREFIX, LENGTH));
    }

    /** Reads an id as a client sent it; empty when it cannot be the name of any project. */
    public static Optional<ProjectId> parse(String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new ProjectId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
