package dev.docket.job;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A job's public name: {@code job_} and 21 characters of the nanoid alphabet: 8 that rise with the time, so that jobs made
 * together lie together in every index by id, and 13 at random, 78 bits.
 *
 * @param value the whole id with its prefix
 */
public record JobId(String value) {
    private static final String PREFIX = "job_";
    private static final int LENGTH = 21;
    private static final Pattern SHAPE = Pattern.compile("job_[A-Za-z0-9_-]{21}");

    /** A fresh id, never seen before. */
    public static JobId fresh() {
        return new JobId(RandomId.rising(PREFIX, LENGTH, System.currentTimeMillis()));
    }

    /** Reads an id as a client sent it; empty when it cannot be the name of any job. */
    public static Optional<JobId> parse(String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new JobId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
