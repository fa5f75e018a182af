package dev.docket.endpoint.local.extract;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are known by their form. */
final class PatternOf {
    /** What a value of the form is. */
    enum Kind {
        EMAIL("email", "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}"),
        URL("website", "(?:https?://|www\\.)[\\w.-]{3,100}(?::\\d{1,5})?(?:/[\\w./?=&%#~+:;@!$'()*,-]{0,400})?"),
        PHONE("phone", "(?<![\\w.,/-])[+(]?\\d[\\d ()/.–-]{5,22}\\d(?![\\w:])"),
        IBAN("iban", "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b"),
        BIC("bic", "\\b[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\\b"),
        TAX_ID(
                "tax",
                "\\b(?:(?:DE|AT ?U|FR|ES|IT|NL|BE|LU|PT|PL|DK|SE|FI|IE|GB|CZ|HU|RO|GR|EL|CHE)[- ]?[0-9A-Z][0-9A-Z. -]{6,14}[0-9B]"
                        + "|\\d{2}-\\d{7}|[A-Z]\\d{8}|\\d{8}[A-Z])\\b"),
        UUID("id", "\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b"),
        IPV4("address", "\\b(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\b");

        final String concept;
        private final String form;

        Kind(String concept, String form) {
            this.concept = concept;
            this.form = form;
        }
    }

    private static final Map<Kind, Pattern> PATTERNS = new EnumMap<>(Kind.class);
    private static final int SHORTEST_IBAN = 15;
    private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

    static {
        for (Kind kind : Kind.values()) {
            PATTERNS.put(kind, Pattern.compile(kind.form));
        }
    }

    private PatternOf() {}

    static Pattern pattern(Kind kind) {
        return PATTERNS.get(kind);
    }

    /** The first value of the form in a text, null when there is none. */
    static String in(String text, Kind kind) {
        List<String> all = all(text, kind, 1);
        return all.isEmpty() ? null : all.get(0);
    }

    /** The values of the form in a text, at most so many. */
    static List<String> all(String text, Kind kind, int most) {
        List<String> all = new ArrayList<>();
        for (Matcher at = PATTERNS.get(kind).matcher(text); all.size() < most && at.find(); ) {
            String value = value(text, at, kind);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private static String value(String text, Matcher at, Kind kind) {
        String found = at.group().strip();
        if (kind == Kind.TAX_ID && in(text.substring(at.start()), Kind.IBAN) != null) {
            return null;
        }
        if (kind != Kind.IBAN) {
            return found;
        }
        // What follows an account number may look like a part of it.
        for (int end = found.length(); end >= SHORTEST_IBAN; end--) {
            String part = found.substring(0, end).strip();
            if (isIban(part)) {
                return part;
            }
        }
        return null;
    }

    private static boolean isIban(String text) {
        String compact = text.replace(" ", "");
        if (compact.length() < SHORTEST_IBAN || compact.length() > 34) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (char c : (compact.substring(4) + compact.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(c, 36));
        }
        return new BigInteger(digits.toString()).mod(IBAN_MODULUS).intValue() == 1;
    }
}
