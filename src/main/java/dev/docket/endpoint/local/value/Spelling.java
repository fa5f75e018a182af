package dev.docket.endpoint.local.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a document writes what can be read in two ways.
 *
 * @param decimal the sign before decimals, {@code '.'} or {@code ','}; 0 when no number tells
 * @param monthFirst whether 3/4/2026 is the fourth of March
 */
public record Spelling(char decimal, boolean monthFirst) {
    /** Of a document that gives no clue. */
    public static final Spelling UNKNOWN = new Spelling('\0', false);

    private static final Pattern STATE_AND_ZIP = Pattern.compile(", [A-Z]{2} \\d{5}(?![\\d.,])");
    private static final int LONGEST_LOOKED_AT = 2_000_000;
    private static final Pattern DECIMALS =
            Pattern.compile("(?<![\\d.,])\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3}){0,4}([.,])\\d{2}(?![\\d.,]\\d|\\d)");
    private static final Pattern DAYS =
            Pattern.compile("(?<![\\d./-])(\\d{1,2})[./-](\\d{1,2})[./-](?:\\d{4}|\\d{2})(?![\\d/-])");

    /** Weighs the numbers and dates of a text that can be read in one way only. */
    public static Spelling of(String text) {
        String head = text.substring(0, Math.min(LONGEST_LOOKED_AT, text.length()));
        return new Spelling(decimal(head), monthFirst(head));
    }

    /** The same of a document that is known to write decimals behind a point. */
    public Spelling withPoint() {
        return new Spelling('.', monthFirst);
    }

    private static char decimal(String text) {
        int points = 0;
        int commas = 0;
        for (Matcher number = DECIMALS.matcher(text); number.find(); ) {
            if (number.group(1).equals(".")) {
                points++;
            } else {
                commas++;
            }
        }
        return points == commas ? '\0' : points > commas ? '.' : ',';
    }

    /** Without a date that tells, only a text in English with dollars is taken for American. */
    private static boolean monthFirst(String text) {
        int dayFirst = 0;
        int monthFirst = 0;
        for (Matcher date = DAYS.matcher(text); date.find(); ) {
            int first = Integer.parseInt(date.group(1));
            int second = Integer.parseInt(date.group(2));
            dayFirst += first > 12 && second <= 12 ? 1 : 0;
            monthFirst += second > 12 && first <= 12 ? 1 : 0;
        }
        if (dayFirst == monthFirst) {
            return Months.startsEnglishDate(text) || isAmerican(text);
        }
        return monthFirst > dayFirst;
    }

    private static boolean isAmerican(String text) {
        boolean dollars = text.indexOf('$') >= 0
                || text.contains("USD")
                || STATE_AND_ZIP.matcher(text).find();
        return dollars && text.indexOf('€') < 0 && text.indexOf('£') < 0 && !text.contains("CAD");
    }
}
