package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.SplitLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes out the parts of an address block: who, street, postal code and town, country, and how to be reached. */
final class ReadParty {
    private static final Pattern CODE_TOWN = Pattern.compile(
            "(?:[A-Z]{1,3}[- ])?(\\d{4,5}|\\d{4} ?[A-Z]{2}|\\d{3} \\d{2}|\\d{2}-\\d{3})[ ,]{1,3}(\\p{L}[\\p{L} .'’/()-]{1,40}?)(?: ([A-Z]{2}))?");
    private static final Pattern TOWN_STATE_CODE = Pattern.compile(
            "(\\p{L}[\\p{L} .'’-]{1,40}?),? {1,2}([A-Z]{2}|\\p{Lu}\\p{Ll}{3,15}(?: \\p{Lu}\\p{Ll}{3,12})?),? {1,2}(\\d{5}(?:-\\d{4})?)");
    private static final Pattern BRITISH =
            Pattern.compile("(?:(\\p{L}[\\p{L} .'’-]{1,40}?),? {1,2})?([A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})");
    private static final Pattern CANADIAN =
            Pattern.compile("(\\p{L}[\\p{L} .'’-]{1,40}?),? {1,2}([A-Z]{2}),? {1,2}([A-Z]\\d[A-Z] ?\\d[A-Z]\\d)");
    private static final Pattern DIGIT_AND_LETTER = Pattern.compile("(?=.{0,80}\\d).{0,80}\\p{L}.{0,80}");

    private final Map<String, Bit> parts = new LinkedHashMap<>();
    private final List<String> address = new ArrayList<>();
    private final List<Bit> plain = new ArrayList<>();

    private ReadParty() {}

    static Map<String, Bit> read(List<Bit> lines) {
        ReadParty party = new ReadParty();
        lines.forEach(party::line);
        party.finish();
        return party.parts;
    }

    /** Whether a line has a postal code and a town. */
    static boolean isTown(String text) {
        ReadParty party = new ReadParty();
        Bit bit = new Bit(0, 0, 0, 0, text, null);
        return text.length() < 160 && (party.town(bit, text.strip()) || party.inOneLine(bit, text.strip()));
    }

    /** Whether a line has a whole address with commas between its parts. */
    static boolean isWhole(String text) {
        ReadParty party = new ReadParty();
        Bit bit = new Bit(0, 0, 0, 0, text, null);
        return !party.town(bit, text.strip()) && party.inOneLine(bit, text.strip()) && party.plain.size() > 1;
    }

    private void line(Bit line) {
        String text = line.text().strip();
        if (contact(line, text) || text.isEmpty()) {
            return;
        }
        if (Countries.isCountry(text)) {
            put("country", line, text);
            address.add(text);
            return;
        }
        boolean ended = parts.containsKey("postal");
        if (!town(line, text) && !inOneLine(line, text) && !ended) {
            plain.add(line);
        }
    }

    private boolean contact(Bit line, String text) {
        boolean found = false;
        for (PatternOf.Kind kind :
                new PatternOf.Kind[] {PatternOf.Kind.EMAIL, PatternOf.Kind.URL, PatternOf.Kind.TAX_ID}) {
            Matcher at = PatternOf.pattern(kind).matcher(text);
            if (at.find()) {
                put(kind.concept, line, at.group());
                found = true;
            }
        }
        Matcher phone = PatternOf.pattern(PatternOf.Kind.PHONE).matcher(text);
        boolean called = text.startsWith("+")
                || text.toLowerCase(java.util.Locale.ROOT).matches("(?:tel|phone|fon|mob|t[ée]l|fax).{0,60}");
        if (called && phone.find()) {
            put("phone", line, phone.group().strip());
            found = true;
        }
        return found || SplitLabel.at(text, 0).isPresent();
    }

    private boolean town(Bit line, String text) {
        Matcher at = CODE_TOWN.matcher(text);
        if (at.matches()) {
            return town(line, text, at.group(1), at.group(2), at.group(3));
        }
        at = TOWN_STATE_CODE.matcher(text);
        if (at.matches()) {
            return town(line, text, at.group(3), at.group(1), at.group(2));
        }
        at = CANADIAN.matcher(text);
        if (at.matches()) {
            return town(line, text, at.group(3), at.group(1), at.group(2));
        }
        at = BRITISH.matcher(text);
        return at.matches() && town(line, text, at.group(2), at.group(1), null);
    }

    private boolean town(Bit line, String text, String code, String town, String state) {
        put("postal", line, code);
        if (town != null) {
            put("city", line, town.strip());
        }
        if (state != null) {
            put("state", line, state);
        }
        address.add(text);
        return true;
    }

    /** A whole address with commas between its parts. */
    private boolean inOneLine(Bit line, String text) {
        String[] pieces = text.split("\\s*[,·•|]\\s*|\\s+[-–]\\s+");
        if (pieces.length < 2) {
            return false;
        }
        boolean found = false;
        List<String> before = new ArrayList<>();
        for (int at = 0; at < pieces.length; at++) {
            String two = at + 1 < pieces.length ? pieces[at] + ", " + pieces[at + 1] : "";
            if (!found && town(line, pieces[at])) {
                found = true;
            } else if (!found && town(line, two)) {
                found = true;
                at++;
            } else if (found && Countries.isCountry(pieces[at])) {
                put("country", line, pieces[at]);
                address.add(pieces[at]);
            } else if (!found) {
                before.add(pieces[at]);
            }
        }
        if (found) {
            before.forEach(piece -> plain.add(line.reading(piece)));
        }
        return found;
    }

    private void put(String concept, Bit line, String text) {
        parts.putIfAbsent(concept, line.reading(text));
    }

    /** Of the lines without a form of their own the first is the name, and the last with a number in it the street. */
    private void finish() {
        Bit street = null;
        for (Bit line : plain) {
            boolean first = line == plain.get(0) && plain.size() > 1;
            if (!first && DIGIT_AND_LETTER.matcher(line.text()).matches() && parts.containsKey("postal")) {
                street = line;
            }
        }
        if (street == null && parts.containsKey("postal") && plain.size() > 1) {
            street = plain.get(plain.size() - 1);
        }
        if (street != null) {
            parts.put("street", street);
            address.add(0, street.text());
            plain.remove(street);
        }
        if (!plain.isEmpty()) {
            parts.put("name", plain.get(0));
        }
        if (plain.size() > 1) {
            parts.put("contact", plain.get(1));
        }
        if (!address.isEmpty() && (street != null || parts.containsKey("postal"))) {
            Bit at = street != null ? street : parts.get("postal");
            parts.put("address", at.reading(String.join(", ", address)));
        }
    }
}
