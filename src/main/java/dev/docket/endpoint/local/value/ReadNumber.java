package dev.docket.endpoint.local.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers with any sign between thousands and before decimals, with currencies, percents and units beside. */
public final class ReadNumber {
    private static final int MOST_DIGITS = 81;
    private static final String THOUSANDS = "[.,'’\\u00a0\\u202f\\u2009 ]";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,:/])(?<![\\p{L}\\d]-)"
            + "(\\d{1,3}(?:" + THOUSANDS + "\\d{3}){1,8}(?:[.,]\\d{1,6})?(?![\\d])"
            + "|\\d{1,3}(?:,\\d{2}){1,4},\\d{3}(?:\\.\\d{1,6})?"
            + "|\\d{1,40}(?:[.,]\\d{1,40})?)"
            + "(?![\\d:/]|[.,'’]\\d|-\\d)");
    private static final Pattern NEGATIVE = Pattern.compile("(?:^|[\\s(€$£])[-−–]\\s?(?:[€$£]|[A-Z]{3})?\\s?$");
    private static final Pattern IN_BRACKETS_BEFORE = Pattern.compile("\\(\\s?(?:[€$£]|[A-Z]{3})?\\s?$");
    private static final Pattern IN_BRACKETS_AFTER = Pattern.compile("^\\s?(?:[€$£]|[A-Z]{3})?\\s?\\)");
    private static final Pattern NEGATIVE_AFTER = Pattern.compile("^\\s?-(?:\\s|$)");
    private static final Pattern OTHER = Pattern.compile("[\\p{L}\\d]");

    private ReadNumber() {}

    /** Every number in the text, from its beginning to its end. */
    public static List<Figure> all(String text, Spelling spelling) {
        List<Figure> found = new ArrayList<>();
        for (Matcher at = NUMBER.matcher(text); at.find(); ) {
            BigDecimal value = isPartOfWord(text, at.start()) ? null : value(at.group(), spelling);
            if (value != null) {
                found.add(figure(text, at, value));
            }
        }
        return found;
    }

    /** The number that the text is about: the only one, or the last one if there are several. */
    public static Optional<Figure> only(String text, Spelling spelling) {
        List<Figure> all = all(text, spelling);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether letters stand right before, as in a code; those of a currency do not count. */
    private static boolean isPartOfWord(String text, int start) {
        int from = start;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return from < start && Currencies.code(text.substring(from, start)) == null;
    }

    private static Figure figure(String text, Matcher at, BigDecimal value) {
        String before = text.substring(0, at.start());
        String after = text.substring(at.end());
        boolean negative = NEGATIVE.matcher(before).find()
                || NEGATIVE_AFTER.matcher(after).find()
                || IN_BRACKETS_BEFORE.matcher(before).find()
                        && IN_BRACKETS_AFTER.matcher(after).find();
        boolean percent = after.stripLeading().startsWith("%");
        String around = Currencies.without(before) + " " + Currencies.without(after);
        int rest = (int) OTHER.matcher(around).results().count();
        String currency = Currencies.in(after);
        return new Figure(
                negative ? value.negate() : value,
                currency != null ? currency : Currencies.in(before),
                percent,
                rest,
                at.start(),
                at.end());
    }

    private static BigDecimal value(String digits, Spelling spelling) {
        String plain = digits.replaceAll("['’\\u00a0\\u202f\\u2009 ]", "");
        int point = plain.lastIndexOf('.');
        int comma = plain.lastIndexOf(',');
        String number;
        if (point >= 0 && comma >= 0) {
            char decimal = point > comma ? '.' : ',';
            number = plain.replace(decimal == '.' ? "," : ".", "").replace(decimal, '.');
        } else if (point < 0 && comma < 0) {
            number = plain;
        } else {
            number = oneSign(plain, point >= 0 ? '.' : ',', digits.length() == plain.length(), spelling);
        }
        if (number.length() > MOST_DIGITS || number.indexOf('.') != number.lastIndexOf('.')) {
            return null;
        }
        return new BigDecimal(number);
    }

    /** Several equal signs part thousands. One before three digits may do so too; before others it parts decimals. */
    private static String oneSign(String plain, char sign, boolean alone, Spelling spelling) {
        int at = plain.indexOf(sign);
        boolean several = at != plain.lastIndexOf(sign);
        boolean threeBehind = plain.length() - at - 1 == 3 && at <= 3 && !plain.startsWith("0");
        boolean decimal = spelling.decimal() == '\0' ? sign == '.' && !threeBehind : spelling.decimal() == sign;
        boolean thousands = several || alone && threeBehind && !decimal;
        return thousands ? plain.replace(String.valueOf(sign), "") : plain.replace(sign, '.');
    }
}
