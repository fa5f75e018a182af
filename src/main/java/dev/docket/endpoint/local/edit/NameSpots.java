package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives places keys made of the words beside them. */
final class NameSpots {
    private static final int MOST_WORDS = 6;

    private NameSpots() {}

    /** The same places with keys, each with its own. */
    static List<Spot> name(List<Spot> spots) {
        Set<String> taken = new HashSet<>();
        Map<String, Integer> next = new HashMap<>();
        List<Spot> named = new ArrayList<>();
        for (Spot spot : spots) {
            String base = base(spot);
            String key = base;
            while (!taken.add(key)) {
                key = base + "_" + next.merge(base, 2, (last, two) -> last + 1);
            }
            named.add(spot.named(key));
        }
        return named;
    }

    /** The name of a field in words. */
    static String spelled(String name) {
        return String.join(" ", Words.ofName(name.replaceAll("[.\\[\\]0-9]+", " ")));
    }

    private static String base(Spot spot) {
        List<String> words = new ArrayList<>(telling(spot.group()));
        words.addAll(telling(spot.description()));
        if (words.isEmpty()) {
            return spot.checkbox() ? "box" : "field";
        }
        String base = String.join("_", words.subList(0, Math.min(MOST_WORDS, words.size())));
        return Character.isDigit(base.charAt(0)) ? "field_" + base : base;
    }

    private static List<String> telling(String label) {
        List<String> all = Words.of(label);
        List<String> telling =
                all.stream().filter(word -> !Concepts.KNOWN.isStop(word)).toList();
        return telling.isEmpty() ? all : telling;
    }
}
