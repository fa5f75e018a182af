package dev.docket.endpoint.local.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says in words what was seen for a topic, and where. */
public final class Explain {
    private static final int MOST = 5;

    private Explain() {}

    /** What speaks for a topic, most first; in general words when no single phrase says much. */
    public static String seen(List<Witness> witnesses) {
        List<Witness> sorted = new ArrayList<>(witnesses);
        sorted.sort(Comparator.comparingDouble(Witness::worth)
                .reversed()
                .thenComparing(Witness::page)
                .thenComparing(Witness::text));
        List<String> parts = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Witness witness : sorted) {
            if (parts.size() < MOST && witness.tells() && told.add(witness.text())) {
                parts.add(part(witness));
            }
        }
        return parts.isEmpty() ? "no more than a few common words" : String.join(", ", parts);
    }

    private static String part(Witness witness) {
        String as = witness.title() && witness.heading() ? "the heading " : "";
        return as + witness.quoted() + " on page " + witness.page();
    }
}
