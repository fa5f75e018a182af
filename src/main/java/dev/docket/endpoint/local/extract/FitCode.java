package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.value.Figure;
import dev.docket.endpoint.local.value.ReadDate;
import dev.docket.endpoint.local.value.ReadNumber;
import dev.docket.endpoint.local.value.Spelling;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a text as a number that names something: of an invoice, a person, a tax payer. */
final class FitCode {
    private static final Pattern WORDS = Pattern.compile("\\s+");

    private FitCode() {}

    /** Not every country's form is known, but all have a number of digits. */
    static Fit taxId(Spot spot, String text, Spelling spelling) {
        Fit formed = FitText.ofForm(PatternOf.Kind.TAX_ID, spot);
        if (formed != null) {
            return new Fit(formed.value(), formed.weight(), new Label(Set.of("tax", "id", "number")));
        }
        Optional<Figure> figure = ReadNumber.only(text, spelling);
        if (figure.isPresent()
                && (figure.get().value().scale() == 2 || figure.get().percent())) {
            return null;
        }
        Fit code = code(text, spelling);
        long digits =
                code.value().textValue().chars().filter(Character::isDigit).count();
        return digits >= 5 && PatternOf.in(text, PatternOf.Kind.IBAN) == null ? code.times(0.85) : null;
    }

    /** A number or code: the first word with a digit in it, or all words if each could be a part of one. */
    static Fit code(String text, Spelling spelling) {
        String[] words = WORDS.split(text);
        Optional<Figure> figure = ReadNumber.only(text, spelling);
        if (figure.isPresent()
                && figure.get().rest() == 0
                && (figure.get().value().scale() == 2 || figure.get().percent())) {
            return Fit.of(TextNode.valueOf(text), 0.25);
        }
        boolean together = text.length() <= 34;
        for (String word : words) {
            together &= word.chars().anyMatch(Character::isDigit)
                    || word.length() <= 4 && word.equals(word.toUpperCase(Locale.ROOT));
        }
        if (together && text.chars().anyMatch(Character::isDigit)) {
            boolean date = ReadDate.first(text, spelling)
                    .filter(at -> at.end() - at.start() >= text.length() - 1)
                    .isPresent();
            return Fit.of(TextNode.valueOf(trimmed(text)), date ? 0.35 : 1, "number", "id", "code");
        }
        for (int at = 0; at < words.length; at++) {
            String word = trimmed(words[at]);
            if (word.chars().anyMatch(Character::isDigit)) {
                boolean date = !ReadDate.all(word, spelling).isEmpty();
                return Fit.of(TextNode.valueOf(word), date ? 0.3 : at == 0 ? 0.97 : 0.7, "number", "id", "code");
            }
        }
        boolean one = words.length == 1 && text.equals(text.toUpperCase(Locale.ROOT)) && text.length() > 1;
        return Fit.of(TextNode.valueOf(trimmed(text)), one ? 0.8 : 0.3);
    }

    /** Without the punctuation around it. */
    static String trimmed(String word) {
        return word.replaceAll("^[\\s:;,.()\\[\\]\"'-]+|[\\s:;,.()\\[\\]\"'-]+$", "");
    }
}
