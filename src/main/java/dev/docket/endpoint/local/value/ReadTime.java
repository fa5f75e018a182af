package dev.docket.endpoint.local.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of the day. */
public final class ReadTime {
    private static final Pattern TIME =
            Pattern.compile("(?<![\\d:.,])(\\d{1,2})(?:[:hH](\\d{2})(?::(\\d{2}))?(?:\\.\\d{1,9})?)"
                    + "(?: ?([aApP])\\.?[mM]\\.?)?(?: ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?(?![\\d:])");
    private static final Pattern HOUR_ONLY = Pattern.compile("(?<![\\d:.,])(\\d{1,2}) ?([aApP])\\.?[mM]\\b");
    private static final int FURTHEST = 12;

    private ReadTime() {}

    /** The first time in the text. */
    public static Optional<LocalTime> first(String text) {
        Matcher at = TIME.matcher(text);
        if (at.find()) {
            return Optional.ofNullable(time(at));
        }
        Matcher hour = HOUR_ONLY.matcher(text);
        return hour.find() ? Optional.ofNullable(time(hour.group(1), "0", null, hour.group(2))) : Optional.empty();
    }

    /** The date at a place of the text, with the time that stands right behind it or before it. */
    static Moment beside(String text, LocalDate date, int start, int end) {
        String behind = text.substring(end, Math.min(text.length(), end + 40)).replaceFirst("^T", " ");
        Matcher at = TIME.matcher(behind);
        if (at.find() && at.start() <= FURTHEST && time(at) != null) {
            return new Moment(date, time(at), offset(at.group(5)), start, end + at.end());
        }
        return new Moment(date, null, null, start, end);
    }

    private static LocalTime time(Matcher at) {
        return time(at.group(1), at.group(2), at.group(3), at.group(4));
    }

    private static LocalTime time(String hour, String minute, String second, String half) {
        try {
            int hours = Integer.parseInt(hour);
            if (half != null && hours <= 12) {
                hours = hours % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
            }
            return LocalTime.of(hours, Integer.parseInt(minute), second == null ? 0 : Integer.parseInt(second));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static ZoneOffset offset(String zone) {
        if (zone == null) {
            return null;
        }
        try {
            return zone.startsWith("+") || zone.startsWith("-") ? ZoneOffset.of(zone) : ZoneOffset.UTC;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
