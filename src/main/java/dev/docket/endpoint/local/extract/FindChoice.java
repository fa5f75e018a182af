package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the one of a few allowed values whose words the beginning of a document has, without any label. */
final class FindChoice {
    private static final int WORDS_LOOKED_AT = 4000;
    private static final int TITLE_WORDS = 40;
    private static final double CURRENCY = 0.76;
    private static final double ONLY_ONE = 0.52;
    private static final double IN_TITLE = 0.44;
    private static final double FURTHER_DOWN = 0.3;

    private final Scene scene;
    private final Set<String> currencies;
    private List<String> words;
    private Set<String> known;

    /** @param currencies the codes of those that the document counts in */
    FindChoice(Scene scene, Set<String> currencies) {
        this.scene = scene;
        this.currencies = currencies;
    }

    List<Candidate> of(Target target) {
        List<Candidate> found = new ArrayList<>();
        Map<JsonNode, Integer> first = new LinkedHashMap<>();
        List<JsonNode> choices = target.wanted().choices();
        for (JsonNode choice : choices.subList(0, Math.min(FitChoice.MOST_ALIKE, choices.size()))) {
            WorkStopped.check();
            int at = at(choice);
            if (at >= 0) {
                first.put(choice, at);
            } else if (currencies.contains(choice.asText())) {
                add(target, choice, CURRENCY, found);
            }
        }
        first.forEach((choice, at) ->
                add(target, choice, first.size() == 1 ? ONLY_ONE : at < TITLE_WORDS ? IN_TITLE : FURTHER_DOWN, found));
        return found;
    }

    /** Where the words of a choice stand, counted in words; below 0 when they do not, or could be any text. */
    private int at(JsonNode choice) {
        List<String> wanted = Words.ofName(choice.asText());
        boolean telling =
                choice.isTextual() && !wanted.isEmpty() && choice.asText().length() > 2;
        List<String> words = words();
        return telling && known.contains(wanted.get(0)) ? Collections.indexOfSubList(words, wanted) : -1;
    }

    private List<String> words() {
        if (words == null) {
            words = new ArrayList<>();
            for (int page = 0; page < scene.pages.count() && words.size() < WORDS_LOOKED_AT; page++) {
                scene.pages.lines(page).stream()
                        .flatMap(List::stream)
                        .limit(WORDS_LOOKED_AT)
                        .forEach(bit -> words.addAll(Words.of(bit.text())));
            }
            words = words.subList(0, Math.min(WORDS_LOOKED_AT, words.size()));
            known = Set.copyOf(words);
        }
        return words;
    }

    private static void add(Target target, JsonNode value, double likelihood, List<Candidate> found) {
        if (target.wanted().rule().accepts(value)) {
            found.add(new Candidate(target, value, likelihood, null));
        }
    }
}
