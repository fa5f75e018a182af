package dev.docket.endpoint.local.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All cues of all topics, found by their terms. */
final class Cues {
    private final Map<String, Cue> byTerms = new HashMap<>();
    private final Map<String, List<Cue>> byTerm = new HashMap<>();

    void add(Set<String> terms, int topic, Channel channel, double weight) {
        boolean title = channel == Channel.TITLE;
        String key = title + String.join(" ", new TreeSet<>(terms));
        Cue cue = byTerms.computeIfAbsent(key, none -> new Cue(terms, title));
        boolean known = cue.topics.stream().anyMatch(each -> each.topic() == topic && each.channel() == channel);
        if (!known) {
            cue.topics.add(new Cue.For(topic, channel, weight));
        }
    }

    /** Weighs the cues by how few topics have them; those that all topics have are left out. */
    void weigh(int topics) {
        byTerms.values().removeIf(cue -> {
            Set<Integer> having = new HashSet<>();
            cue.topics.forEach(each -> having.add(each.topic()));
            cue.rarity = topics <= 1 ? 1 : Math.log((double) topics / having.size()) / Math.log(topics);
            return cue.rarity == 0;
        });
        for (Cue cue : byTerms.values()) {
            byTerm.computeIfAbsent(new TreeSet<>(cue.terms).last(), none -> new ArrayList<>())
                    .add(cue);
        }
    }

    /** The cues that a phrase may have, by one of their terms. */
    List<Cue> having(String term) {
        return byTerm.getOrDefault(term, List.of());
    }
}
