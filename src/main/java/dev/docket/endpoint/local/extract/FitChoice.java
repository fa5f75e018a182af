package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Words;
import dev.docket.endpoint.local.value.Currencies;
import dev.docket.endpoint.local.value.ReadFlag;
import dev.docket.endpoint.schema.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text as one of a few values that are allowed: by its words, or by what they mean in another language. */
final class FitChoice {
    private static final Pattern BOX = Pattern.compile("(\\[[ xX]?\\]|\\([ xX]?\\)|[☑☒✓✔☐□])([^\\[(☑☒✓✔☐□]{1,80})");

    private FitChoice() {}

    static Fit fit(Wanted.Scalar wanted, String whole) {
        String text = ticked(whole);
        List<String> words = Words.of(text);
        Fit best = null;
        for (JsonNode choice : wanted.choices()) {
            double weight = weight(choice, text, words);
            if (weight > 0 && (best == null || weight > best.weight())) {
                best = Fit.of(choice, weight);
            }
        }
        return best;
    }

    /** Of several things with boxes, those that are ticked; a text without boxes as it is. */
    private static String ticked(String text) {
        List<String> ticked = new ArrayList<>();
        boolean boxes = false;
        for (Matcher box = BOX.matcher(text); box.find(); boxes = true) {
            if (ReadFlag.box(box.group(1)).orElse(false)) {
                ticked.add(box.group(2).strip());
            }
        }
        return boxes && ticked.isEmpty() ? "" : ticked.size() == 1 ? ticked.get(0) : text;
    }

    private static double weight(JsonNode choice, String text, List<String> words) {
        if (choice.isBoolean()) {
            return ReadFlag.read(text)
                            .filter(yes -> yes == choice.booleanValue())
                            .isPresent()
                    ? 1
                    : 0;
        }
        String name = choice.asText();
        List<String> wanted = Words.ofName(name);
        if (wanted.isEmpty() || words.isEmpty()) {
            return name.equals(text) ? 1 : 0;
        }
        if (wanted.equals(words)) {
            return 1;
        }
        if (name.equals(Currencies.in(text))) {
            return 0.98;
        }
        Label meant = Label.ofName(name);
        if (meant.equals(Label.of(text)) && !meant.isEmpty()) {
            return 0.92;
        }
        int at = java.util.Collections.indexOfSubList(words, wanted);
        // The longer of two choices that both stand in the text is the one that is meant.
        return at < 0 ? 0 : Math.min(0.9, (at == 0 ? 0.8 : 0.65) + 0.01 * wanted.size());
    }
}
