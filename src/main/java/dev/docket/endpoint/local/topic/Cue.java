package dev.docket.endpoint.local.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Terms that, standing together in a phrase, speak for some of the topics. */
final class Cue {
    private static final double MOST_OF_A_WORD = 2;
    private static final double LEAST_SHARE = 0.3;

    /** What a cue is worth for one topic. */
    record For(int topic, Channel channel, double weight) {}

    final Set<String> terms;
    final boolean title;
    final List<For> topics = new ArrayList<>();

    /** 1 for the cue of one topic, 0 for that of all. */
    double rarity = 1;

    Cue(Set<String> terms, boolean title) {
        this.terms = terms;
        this.title = title;
    }

    /** A title is next to alone in its phrase; other words may stand among many. */
    double strength(SeenPhrase phrase) {
        double share = phrase.terms().share(terms);
        if (share == 0) {
            return 0;
        }
        return title
                ? phrase.weight() * Math.pow(share, 1.7)
                : Math.min(MOST_OF_A_WORD, phrase.weight()) * Math.max(LEAST_SHARE, share);
    }
}
