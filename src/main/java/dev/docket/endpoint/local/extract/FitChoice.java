package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Words;
import dev.docket.endpoint.local.value.Currencies;
import dev.docket.endpoint.local.value.ReadFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text as one of the values that are allowed: by its words, or by what they mean in another language. */
final class FitChoice {
    /** Choices that a text may have among other words, or in other ones: of a longer list the first. */
    static final int MOST_ALIKE = 500;

    private static final Pattern BOX = Pattern.compile("(\\[[ xX]?\\]|\\([ xX]?\\)|[☑☒✓✔☐□])([^\\[(☑☒✓✔☐□]{1,80})");

    private record Choice(JsonNode value, List<String> words, Label meant) {}

    private final Map<String, JsonNode> byText = new HashMap<>();
    private final Map<List<String>, JsonNode> byWords = new HashMap<>();
    private final List<Choice> alike = new ArrayList<>();
    private final List<JsonNode> flags;

    /** Makes the choices ready to be looked for in many texts. */
    FitChoice(List<JsonNode> choices) {
        flags = choices.stream().filter(JsonNode::isBoolean).toList();
        for (JsonNode choice : choices) {
            WorkStopped.check();
            List<String> words = Words.ofName(choice.asText());
            byText.putIfAbsent(choice.asText(), choice);
            byWords.putIfAbsent(words, choice);
            if (alike.size() < MOST_ALIKE && !words.isEmpty() && !choice.isBoolean()) {
                alike.add(new Choice(choice, words, Concepts.KNOWN.label(words)));
            }
        }
    }

    /** Null when the text is none of them. */
    Fit fit(String whole) {
        String text = ticked(whole);
        List<String> words = Words.of(text);
        JsonNode same = words.isEmpty() ? byText.get(text) : byWords.get(words);
        if (same != null && !same.isBoolean()) {
            return Fit.of(same, 1);
        }
        JsonNode currency = byText.get(String.valueOf(Currencies.in(text)));
        if (currency != null) {
            return Fit.of(currency, 0.98);
        }
        return flags.isEmpty() ? alike(text, words) : flag(text, words);
    }

    private Fit flag(String text, List<String> words) {
        return ReadFlag.read(text)
                .flatMap(yes -> flags.stream()
                        .filter(flag -> flag.booleanValue() == yes)
                        .findFirst())
                .map(flag -> Fit.of(flag, 1))
                .orElseGet(() -> alike(text, words));
    }

    private Fit alike(String text, List<String> words) {
        Label meaning = Label.of(text);
        Fit best = null;
        for (Choice choice : alike) {
            double weight = weight(choice, words, meaning);
            if (weight > 0 && (best == null || weight > best.weight())) {
                best = Fit.of(choice.value, weight);
            }
        }
        return best;
    }

    private static double weight(Choice choice, List<String> words, Label meaning) {
        if (words.isEmpty()) {
            return 0;
        }
        if (choice.meant.equals(meaning) && !meaning.isEmpty()) {
            return 0.92;
        }
        int at = Collections.indexOfSubList(words, choice.words);
        // The longer of two choices that both stand in the text is the one that is meant.
        return at < 0 ? 0 : Math.min(0.9, (at == 0 ? 0.8 : 0.65) + 0.01 * choice.words.size());
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
}
