package dev.docket.endpoint.local.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.value.Currencies;
import dev.docket.endpoint.local.value.Figure;
import dev.docket.endpoint.local.value.Moment;
import dev.docket.endpoint.local.value.ReadDate;
import dev.docket.endpoint.local.value.ReadNumber;
import dev.docket.endpoint.local.value.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of value a text is. */
enum ValueType {
    BOOLEAN("boolean", null),
    INTEGER("integer", null),
    NUMBER("number", null),
    DATE("string", "date"),
    DATE_TIME("string", "date-time"),
    EMAIL("string", "email"),
    URI("string", "uri"),
    TEXT("string", null);

    private static final Set<String> FLAGS =
            Set.of("yes", "no", "true", "false", "ja", "nein", "oui", "non", "sí", "sì");
    private static final Pattern MAIL = Pattern.compile("[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");
    private static final Pattern LINK = Pattern.compile("https?://\\S{3,400}");
    private static final Set<String> CODES =
            Set.of("number", "id", "code", "reference", "phone", "fax", "postal", "iban", "barcode");
    private static final int UNIT = 4;

    private final String type;
    private final String format;

    ValueType(String type, String format) {
        this.type = type;
        this.format = format;
    }

    /** What the value of a label is; what is called a number in the sense of a code stays text. */
    static ValueType of(Label label, String text, Spelling spelling) {
        String value = text.strip();
        if (FLAGS.contains(value.toLowerCase(Locale.ROOT))) {
            return BOOLEAN;
        }
        if (MAIL.matcher(value).matches()) {
            return EMAIL;
        }
        if (LINK.matcher(value).matches()) {
            return URI;
        }
        List<Moment> dates = ReadDate.all(value, spelling);
        if (dates.size() == 1
                && value.length() - (dates.get(0).end() - dates.get(0).start()) <= 3) {
            return dates.get(0).time() == null ? DATE : DATE_TIME;
        }
        boolean code = label.concepts().stream().anyMatch(CODES::contains);
        return code ? TEXT : number(value, spelling);
    }

    private static ValueType number(String value, Spelling spelling) {
        List<Figure> figures = ReadNumber.all(value, spelling);
        if (figures.size() != 1
                || figures.get(0).rest() > UNIT
                || isWord(value.substring(0, figures.get(0).start()))) {
            return TEXT;
        }
        Figure figure = figures.get(0);
        String digits = value.substring(figure.start(), figure.end());
        boolean zeros = digits.length() > 1 && digits.startsWith("0") && Character.isDigit(digits.charAt(1));
        boolean whole = figure.value().scale() <= 0 && figure.currency() == null && !figure.percent();
        return zeros ? TEXT : whole ? INTEGER : NUMBER;
    }

    /** Whether letters stand before a number, apart from a currency's. */
    private static boolean isWord(String before) {
        String word = before.replaceAll("[^\\p{L}]", "");
        return !word.isEmpty() && Currencies.code(word) == null;
    }

    /** What both can be read as. */
    ValueType with(ValueType other) {
        if (other == null || this == other) {
            return this;
        }
        boolean numbers = Set.of(INTEGER, NUMBER).containsAll(Set.of(this, other));
        return numbers ? NUMBER : TEXT;
    }

    void describe(ObjectNode schema) {
        schema.put("type", type);
        if (format != null) {
            schema.put("format", format);
        }
    }
}
