package dev.docket.endpoint.local.topic;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns the names and descriptions of topics into cues. */
final class DescribeTopics {
    private static final int MOST_CUES = 60_000;
    private static final int LEAST_OF_ONE = 30;
    private static final int MOST_OF_ONE = 200;
    private static final int MOST_WORDS = 600;
    private static final double MENTIONED = 0.4;
    private static final double WEAK = 0.3;

    private final Cues cues = new Cues();
    private final int mostOfOne;

    private DescribeTopics(int topics) {
        mostOfOne = Math.max(LEAST_OF_ONE, Math.min(MOST_OF_ONE, MOST_CUES / topics));
    }

    static Cues cues(List<Topic> topics) {
        DescribeTopics describe = new DescribeTopics(topics.size());
        int described = 0;
        for (int at = 0; at < topics.size(); at++) {
            WorkStopped.check();
            if (!CatchAll.is(topics.get(at))) {
                describe.topic(topics.get(at), at);
                described++;
            }
        }
        describe.cues.weigh(described);
        return describe.cues;
    }

    private void topic(Topic topic, int at) {
        Terms name = Terms.of(Words.ofName(topic.name()));
        List<String> words = Words.of(Denial.without(topic.description()));
        List<Kind> mentioned = kinds(words.subList(0, Math.min(MOST_WORDS, words.size())));
        // What a name alone does not tell, the first kind that its description speaks of may.
        List<Kind> own = !name.kinds().isEmpty() || mentioned.isEmpty() ? name.kinds() : mentioned.subList(0, 1);
        for (Kind kind : own) {
            cues.add(Set.of(kind.term()), at, Channel.TITLE, 1);
            kind.telltales().forEach(terms -> cues.add(terms, at, Channel.TELLTALE, 1));
        }
        mentioned.stream()
                .limit(5)
                .forEach(kind ->
                        cues.add(Set.of(kind.term()), at, Channel.DESCRIPTION, own.contains(kind) ? 1 : MENTIONED));
        name(name, own.isEmpty(), at);
        description(words, at);
    }

    private void name(Terms name, boolean unknown, int at) {
        Set<String> all = new HashSet<>(name.shares().keySet());
        name.kinds().forEach(kind -> all.remove(kind.term()));
        Set<String> strong = new HashSet<>(all);
        strong.removeIf(Concepts.KNOWN::isWeak);
        Set<String> telling = strong.isEmpty() ? all : strong;
        if (unknown && !telling.isEmpty()) {
            cues.add(Set.copyOf(telling), at, Channel.TITLE, 1);
        }
        telling.forEach(term -> cues.add(Set.of(term), at, Channel.NAME, 1));
    }

    private void description(List<String> words, int at) {
        Set<String> terms = new LinkedHashSet<>();
        for (int from = 0; from < Math.min(MOST_WORDS, words.size()) && terms.size() < mostOfOne; from += 50) {
            List<String> some = words.subList(from, Math.min(words.size(), from + 50));
            Concepts.KNOWN.label(some).concepts().stream()
                    .filter(concept -> concept.length() > 1)
                    .limit(mostOfOne - terms.size())
                    .forEach(concept -> terms.add(Stem.of(concept)));
        }
        // A long description has more chances to hit.
        double fair = Math.min(1, Math.sqrt(15.0 / Math.max(1, terms.size())));
        for (String term : terms) {
            double weight = Concepts.KNOWN.isWeak(term) ? WEAK * fair : fair;
            cues.add(Set.of(term), at, Channel.DESCRIPTION, weight);
        }
    }

    private static List<Kind> kinds(List<String> words) {
        List<Kind> kinds = new ArrayList<>();
        for (int from = 0; from < words.size(); from += 50) {
            kinds.addAll(Terms.of(words.subList(from, Math.min(words.size(), from + 50)))
                    .kinds());
        }
        return kinds;
    }
}
