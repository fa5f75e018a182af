package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.local.value.Moment;
import dev.docket.endpoint.local.value.ReadDate;
import dev.docket.endpoint.local.value.Spelling;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a date the way the label of its place asks for, as in "Date of birth (DD/MM/YYYY)". */
final class WriteDate {
    private static final int LONGEST = 40;
    private static final String PART = "(d{1,2}|t{1,2}|j{1,2}|g{1,2}|m{1,2}|[yja]{2,4}|day|month|year|tag|monat|jahr)";
    private static final Pattern FORM =
            Pattern.compile("(?i)(?<![\\p{L}])" + PART + "([ ./-])" + PART + "\\2" + PART + "(?![\\p{L}])");

    private static final Pattern YEAR_FIRST = Pattern.compile("\\s*\\d{4}");

    private WriteDate() {}

    /** The value as it is if it is no date, or its place does not say how it wants one. */
    static String as(Spot spot, String value) {
        Matcher form = FORM.matcher(String.join(" ", spot.names()));
        // Of numbers alone nobody can tell for sure which is the month.
        boolean plain = value.chars().anyMatch(Character::isLetter)
                || YEAR_FIRST.matcher(value).lookingAt();
        if (value.length() > LONGEST || !plain || !form.find()) {
            return value;
        }
        Optional<Moment> moment = ReadDate.first(value, Spelling.UNKNOWN);
        boolean whole = moment.isPresent()
                && moment.get().start() == 0
                && moment.get().end() >= value.strip().length();
        if (!whole) {
            return value;
        }
        LocalDate date = moment.get().date();
        return part(form.group(1), false, date)
                + form.group(2)
                + part(form.group(3), false, date)
                + form.group(2)
                + part(form.group(4), true, date);
    }

    /** A J is a day in French and a year in German, where it comes last. */
    private static String part(String form, boolean last, LocalDate date) {
        char letter = form.toLowerCase(Locale.ROOT).charAt(0);
        boolean word = form.length() > 2 && (letter == 'd' || letter == 't' || letter == 'm');
        if (form.length() > 2 && !word || letter == 'y' || letter == 'a' || last && letter == 'j') {
            return form.length() > 2 ? "%04d".formatted(date.getYear()) : "%02d".formatted(date.getYear() % 100);
        }
        int number = letter == 'm' ? date.getMonthValue() : date.getDayOfMonth();
        return form.length() >= 2 ? "%02d".formatted(number) : Integer.toString(number);
    }
}
