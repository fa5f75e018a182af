package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.docket.endpoint.local.value.ReadFlag;
import dev.docket.endpoint.local.value.Spelling;
import dev.docket.endpoint.schema.Wanted;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the text of a spot, or of a cell, as the value that a schema asks for. */
final class FitScalar {
    private final Spelling spelling;
    private final Map<List<JsonNode>, FitChoice> choices = new IdentityHashMap<>();

    FitScalar(Spelling spelling) {
        this.spelling = spelling;
    }

    /** Null when the text cannot be the value, or the schema does not allow it. */
    Fit fit(Target target, Spot spot) {
        Fit fit = read(target, spot);
        return fit != null && target.wanted().rule().accepts(fit.value()) ? fit : null;
    }

    private Fit read(Target target, Spot spot) {
        Wanted.Scalar wanted = target.wanted();
        Set<Wanted.Kind> kinds = wanted.kinds();
        String text = spot.value().text().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!wanted.choices().isEmpty()) {
            return choices.computeIfAbsent(wanted.choices(), FitChoice::new).fit(text);
        }
        Fit fit = null;
        if (kinds.contains(Wanted.Kind.NUMBER) || kinds.contains(Wanted.Kind.INTEGER)) {
            fit = FitNumber.fit(target, spot, spelling);
        }
        if (fit == null && kinds.contains(Wanted.Kind.BOOLEAN)) {
            fit = flag(text);
        }
        if (fit == null && kinds.contains(Wanted.Kind.STRING)) {
            fit = string(target, spot);
        }
        return fit;
    }

    private static Fit flag(String text) {
        Optional<Boolean> whole = ReadFlag.read(text).or(() -> ReadFlag.box(text));
        if (whole.isPresent()) {
            return Fit.of(BooleanNode.valueOf(whole.get()), 1);
        }
        String word = text.split("[ ,;.]", 2)[0];
        return word.length() < 2
                ? null
                : ReadFlag.read(word)
                        .map(yes -> Fit.of(BooleanNode.valueOf(yes), 0.8))
                        .orElse(null);
    }

    private Fit string(Target target, Spot spot) {
        String format = target.wanted().format();
        return switch (format == null ? "" : format.toLowerCase(Locale.ROOT)) {
            case "date", "date-time", "datetime", "time" -> FitDate.formatted(format, target, spot, spelling);
            case "email", "idn-email" -> FitText.ofForm(PatternOf.Kind.EMAIL, spot);
            case "uri", "url", "iri" -> FitText.ofForm(PatternOf.Kind.URL, spot);
            case "uuid" -> FitText.ofForm(PatternOf.Kind.UUID, spot);
            case "ipv4" -> FitText.ofForm(PatternOf.Kind.IPV4, spot);
            default -> FitText.fit(target, spot, spelling);
        };
    }
}
