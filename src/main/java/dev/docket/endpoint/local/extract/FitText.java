package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.endpoint.local.value.Currencies;
import dev.docket.endpoint.local.value.Figure;
import dev.docket.endpoint.local.value.ReadDate;
import dev.docket.endpoint.local.value.ReadNumber;
import dev.docket.endpoint.local.value.Spelling;
import dev.docket.endpoint.schema.SafePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a text as a text: the part of it that the name of the property asks for. */
final class FitText {
    private static final String[] CODES = {"number", "id", "code", "reference", "iban", "bic", "barcode"};
    private static final String[] AMOUNTS = {"total", "price", "subtotal", "net", "gross", "tip", "rent", "salary"};
    private static final String[] STORIES = {"description", "note", "summary", "terms"};
    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final Pattern IN_ANGLES = Pattern.compile("\\s*<[^<>]{0,200}>\\s*");
    private static final int LONG = 120;

    private FitText() {}

    /** The first value of a form in the text or the lines below it. */
    static Fit ofForm(PatternOf.Kind kind, Spot spot) {
        List<String> lines = spot.lines();
        for (int at = 0; at < lines.size(); at++) {
            String found = PatternOf.in(lines.get(at), kind);
            if (found != null) {
                return Fit.of(TextNode.valueOf(found), at == 0 ? 1 : 0.7, kind.concept);
            }
        }
        return null;
    }

    static Fit fit(Target target, Spot spot, Spelling spelling) {
        SafePattern pattern = target.wanted().rule().pattern();
        if (pattern != null) {
            return fitting(pattern, spot.value().text(), target, spelling);
        }
        Fit fit = byMeaning(target, spot, spelling);
        return fit == null ? null : likeExamples(target, fit);
    }

    private static Fit byMeaning(Target target, Spot spot, Spelling spelling) {
        String text = IN_ANGLES.matcher(spot.value().text()).replaceAll(" ").strip();
        if (target.isAbout("currency")) {
            return currency(text);
        }
        for (PatternOf.Kind kind :
                List.of(PatternOf.Kind.EMAIL, PatternOf.Kind.URL, PatternOf.Kind.PHONE, PatternOf.Kind.IBAN)) {
            if (target.isAbout(kind.concept)) {
                Fit formed = ofForm(kind, spot);
                return formed != null ? formed : Fit.of(TextNode.valueOf(text), 0.3);
            }
        }
        if (text.isEmpty()) {
            return null;
        }
        if (target.isAbout("date")) {
            return FitDate.written(target, spot, spelling);
        }
        if (target.own().has("tax") && target.isAbout("id", "number")) {
            return FitCode.taxId(spot, text, spelling);
        }
        if (target.isAbout(CODES)) {
            return FitCode.code(text, spelling);
        }
        if (target.isAbout("address") && !spot.more().isEmpty()) {
            return Fit.of(TextNode.valueOf(String.join(", ", spot.lines())), 0.9, "address");
        }
        if (target.isAbout(STORIES) && !spot.more().isEmpty()) {
            return Fit.of(TextNode.valueOf(String.join(" ", spot.lines())), 0.9);
        }
        if (target.isAbout(AMOUNTS) || target.isAbout("amount", "rate", "quantity")) {
            return written(text, spelling);
        }
        return plain(target, spot, text, spelling);
    }

    private static Fit plain(Target target, Spot spot, String text, Spelling spelling) {
        boolean letters = text.chars().anyMatch(Character::isLetter);
        String value = text;
        double weight = letters ? 1 : 0.55;
        if (spot.kind() == Spot.Kind.WITHIN) {
            value = text.split("[.;,](?:\\s|$)", 2)[0].strip();
            weight *= WORDS.split(value).length <= 8 ? 0.75 : 0.4;
        }
        if (value.isEmpty()) {
            return null;
        }
        if (target.isAbout("name", "company", "customer", "vendor")
                && !ReadDate.all(value, spelling).isEmpty()) {
            weight *= 0.4;
        }
        weight *= value.length() > LONG ? 0.75 : 1;
        return letters ? Fit.of(TextNode.valueOf(value), weight, "name") : Fit.of(TextNode.valueOf(value), weight);
    }

    private static Fit currency(String text) {
        String code = Currencies.in(text);
        return code == null ? null : Fit.of(TextNode.valueOf(code), 1, "currency");
    }

    /** A number as it is written, with what tells its currency. */
    private static Fit written(String text, Spelling spelling) {
        Optional<Figure> figure = ReadNumber.only(text, spelling);
        if (figure.isEmpty()) {
            return Fit.of(TextNode.valueOf(text), 0.3);
        }
        return Fit.of(
                TextNode.valueOf(text),
                figure.get().rest() <= 12 ? 1 : 0.6,
                figure.get().percent() ? "rate" : "amount");
    }

    /** The text, or a part or spelling of it, that fits the pattern of the schema. */
    private static Fit fitting(SafePattern pattern, String text, Target target, Spelling spelling) {
        List<String> tries = new ArrayList<>(List.of(text, text.replace(" ", ""), text.toUpperCase(Locale.ROOT)));
        for (String word : WORDS.split(text)) {
            tries.add(FitCode.trimmed(word));
            tries.add(word.replaceAll("[^\\p{L}\\p{N}]", ""));
        }
        ReadDate.first(text, spelling).ifPresent(date -> tries.add(date.date().toString()));
        ReadNumber.only(text, spelling)
                .ifPresent(figure -> tries.add(figure.value().toPlainString()));
        String currency = Currencies.in(text);
        if (currency != null) {
            tries.add(currency);
        }
        for (int at = 0; at < Math.min(60, tries.size()); at++) {
            JsonNode value = TextNode.valueOf(tries.get(at));
            if (!tries.get(at).isEmpty()
                    && pattern.fits(tries.get(at))
                    && target.wanted().rule().accepts(value)) {
                return Fit.of(value, at == 0 ? 1 : 0.92, "number", "id", "code");
            }
        }
        return null;
    }

    private static Fit likeExamples(Target target, Fit fit) {
        List<JsonNode> examples = target.wanted().note().examples();
        if (examples.isEmpty() || !fit.value().isTextual()) {
            return fit;
        }
        String shape = Shape.of(fit.value().textValue());
        boolean like =
                examples.stream().anyMatch(each -> Shape.of(each.asText()).equals(shape));
        return like ? new Fit(fit.value(), Math.min(1, fit.weight() + 0.1), fit.implied()) : fit;
    }
}
