package dev.docket.api;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Prefer: wait=seconds} of a call (RFC 7240): how long its caller is ready to wait. */
final class PreferredWait {
    private static final Pattern WAIT =
            Pattern.compile("(?:^|,)\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:$|[,;])", Pattern.CASE_INSENSITIVE);

    private PreferredWait() {}

    /** The first wait that is named, if it is shorter than the longest; a preference that cannot be read is none. */
    static Duration of(List<String> headers, Duration longest) {
        for (String header : headers) {
            Matcher wait = WAIT.matcher(header);
            if (wait.find()) {
                Duration preferred = Duration.ofSeconds(Long.parseLong(wait.group(1)));
                return preferred.compareTo(longest) < 0 ? preferred : longest;
            }
        }
        return longest;
    }
}
