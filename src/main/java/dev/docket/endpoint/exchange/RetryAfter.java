package dev.docket.endpoint.exchange;

import io.vertx.core.http.HttpClientResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long a service asked to be left alone: in seconds, or until a date. At most an hour is granted. */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    public static Duration of(HttpClientResponse response) {
        String asked = response.getHeader("Retry-After");
        return asked == null ? Duration.ZERO : of(asked.strip(), response.getHeader("Date"));
    }

    /** A date is counted from the service's own {@code Date}, so that its clock and ours may differ. */
    static Duration of(String asked, String date) {
        if (asked.matches("[0-9]+")) {
            return asked.length() > 6 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(asked)));
        }
        Instant until = instant(asked);
        Instant from = date == null ? null : instant(date);
        return until == null ? Duration.ZERO : bounded(Duration.between(from == null ? Instant.now() : from, until));
    }

    private static Instant instant(String httpDate) {
        try {
            return ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
