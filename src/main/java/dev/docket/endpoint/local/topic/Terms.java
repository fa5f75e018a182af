package dev.docket.endpoint.local.topic;

import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a short text is about: the stems of the concepts in it, and the kinds of documents it names, each with the share
 * of the text's words that it takes.
 */
public record Terms(Map<String, Double> shares, List<Kind> kinds) {
    private static final int MOST_WORDS = 60;

    /** Before the title of a document, these words most often speak of another one: your order, zu Rechnung. */
    private static final Set<String> REFERRING = Set.of(
            "your",
            "original",
            "related",
            "ref",
            "re",
            "ihr",
            "ihre",
            "ihrer",
            "zu",
            "zur",
            "votre",
            "vos",
            "su",
            "vostro",
            "vostra",
            "rif",
            "sur",
            "per");

    static Terms of(List<String> all) {
        List<String> words = all.subList(0, Math.min(MOST_WORDS, all.size()));
        double one = 1.0 / Math.max(1, words.stream().filter(Terms::tells).count());
        Map<String, Double> shares = new HashMap<>();
        for (String concept : Concepts.KNOWN.label(words).concepts()) {
            shares.merge(Stem.of(concept), one, Double::sum);
        }
        List<Kind> kinds = new ArrayList<>();
        List<String> stems = Kinds.stems(words);
        for (int at = 0; at < stems.size(); ) {
            Kinds.Found found = Kinds.KNOWN.at(stems, at);
            if (found != null) {
                int telling = (int) words.subList(at, at + found.count()).stream()
                        .filter(Terms::tells)
                        .count();
                boolean other = at > 0 && REFERRING.contains(words.get(at - 1));
                shares.merge(found.kind().term(), (other ? 0.5 : 1) * Math.max(1, telling) * one, Double::sum);
                kinds.add(found.kind());
            }
            at += found == null ? 1 : found.count();
        }
        return new Terms(shares, kinds);
    }

    static Terms of(String text) {
        return of(Words.of(text));
    }

    /** The share that terms take together, 0 when one of them is missing. */
    double share(Set<String> terms) {
        double all = 0;
        for (String term : terms) {
            Double share = shares.get(term);
            if (share == null) {
                return 0;
            }
            all += share;
        }
        return Math.min(1, all);
    }

    /** The terms of each text that has any; a text's own kind is not one of them. */
    static List<Set<String>> together(String[] texts) {
        List<Set<String>> together = new ArrayList<>();
        for (String text : texts) {
            Set<String> terms = new HashSet<>();
            Concepts.KNOWN.label(Words.of(text)).concepts().forEach(concept -> terms.add(Stem.of(concept)));
            if (!terms.isEmpty() && !together.contains(terms)) {
                together.add(Set.copyOf(terms));
            }
        }
        return together;
    }

    private static boolean tells(String word) {
        return !Concepts.KNOWN.isStop(word) && !Character.isDigit(word.charAt(0));
    }
}
