package dev.docket.endpoint.local.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as people write them, in numbers and with the names of months. */
public final class ReadDate {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<![\\d.,/-])((?:1[5-9]|2[01])\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
    private static final Pattern JAPANESE = Pattern.compile("((?:1[5-9]|2[01])\\d{2})年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d.,/-])(\\d{1,2}) ?([./-]) ?(\\d{1,2}) ?\\2 ?((?:1[5-9]|2[01])\\d{2}|\\d{2})(?![\\d/]|[.,-]\\d)");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er|º|°|ª)?[ -]{0,2}"
                    + "(?:day of |of |de |d')?([\\p{L}]{3,10})\\.?,?[ -]{0,2}(?:de |del )?((?:1[5-9]|2[01])\\d{2}|\\d{2}(?![\\d:]))");
    private static final Pattern NAME_DAY_YEAR = Pattern.compile(
            "(?<!\\p{L})([\\p{L}]{3,10})\\.? {0,2}(\\d{1,2})(?:st|nd|rd|th)?(?:,| )\\s{0,2}((?:1[5-9]|2[01])\\d{2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("((?:1[5-9]|2[01])\\d{2})(\\d{2})(\\d{2})");

    private ReadDate() {}

    /** Every date in the text, from its beginning to its end. */
    public static List<Moment> all(String text, Spelling spelling) {
        List<Moment> found = new ArrayList<>();
        find(YEAR_FIRST, text, found, at -> date(at.group(1), at.group(3), at.group(4)));
        find(JAPANESE, text, found, at -> date(at.group(1), at.group(2), at.group(3)));
        find(NUMBERS, text, found, at -> numbers(at, spelling));
        find(DAY_NAME_YEAR, text, found, at -> named(at.group(3), at.group(2), at.group(1)));
        find(NAME_DAY_YEAR, text, found, at -> named(at.group(3), at.group(1), at.group(2)));
        found.sort(Comparator.comparingInt(Moment::start));
        return found;
    }

    /** The date that the text begins with or that it is all about. */
    public static Optional<Moment> first(String text, Spelling spelling) {
        Matcher compact = COMPACT.matcher(text.strip());
        if (compact.matches()) {
            LocalDate date = date(compact.group(1), compact.group(2), compact.group(3));
            return Optional.ofNullable(date).map(day -> new Moment(day, null, null, 0, text.length()));
        }
        return all(text, spelling).stream().findFirst();
    }

    private interface Reading {
        /** Null for numbers that are no date. */
        LocalDate of(Matcher at);
    }

    private static void find(Pattern pattern, String text, List<Moment> found, Reading reading) {
        for (Matcher at = pattern.matcher(text); at.find(); ) {
            LocalDate date = reading.of(at);
            boolean taken = found.stream().anyMatch(other -> other.start() < at.end() && at.start() < other.end());
            if (date != null && !taken) {
                found.add(ReadTime.beside(text, date, at.start(), at.end()));
            }
        }
    }

    private static LocalDate numbers(Matcher at, Spelling spelling) {
        int first = Integer.parseInt(at.group(1));
        int second = Integer.parseInt(at.group(3));
        // Points and dashes are not used between numbers where the month comes first.
        boolean monthFirst = second > 12
                || first <= 12 && spelling.monthFirst() && at.group(2).equals("/");
        return monthFirst ? date(year(at.group(4)), first, second) : date(year(at.group(4)), second, first);
    }

    private static LocalDate named(String year, String month, String day) {
        return date(year(year), Months.of(month), Integer.parseInt(day));
    }

    private static LocalDate date(String year, String month, String day) {
        return date(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Two digits are of the century whose middle is nearer. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
    }
}
