package dev.docket.endpoint.local.split;

import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.local.topic.Evidence;
import dev.docket.endpoint.local.topic.SeenPage;
import dev.docket.endpoint.local.topic.SeenPhrase;
import dev.docket.endpoint.local.topic.Topics;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the traits of a page. */
final class ReadTraits {
    private static final int EDGE_LINES = 4;
    private static final int MOST_TERMS = 300;
    private static final int MOST_CODES = 60;
    private static final double UPPER_PART = 0.4;
    private static final double UPPER_HALF = 0.5;

    private ReadTraits() {}

    static PageTraits of(Page page, Topics topics) {
        SeenPage seen = SeenPage.of(page);
        Evidence evidence = new Evidence(topics).addContext().add(seen, 1);
        SeenPhrase heading = heading(seen);
        List<LabelledValue> values = FindLabelledValues.of(seen);
        return new PageTraits(
                isBlank(seen),
                floats(evidence.scores()),
                floats(evidence.titles()),
                FindPageNumbers.of(seen),
                edges(seen),
                codes(seen),
                terms(seen),
                FindDocumentNumbers.of(values),
                labelled(values),
                heading == null ? "" : heading.text(),
                heading == null ? 0 : heading.size(),
                new PageTraits.Shape(page.layout().width(), page.layout().height(), seen.size(), left(seen)),
                FindMarks.of(seen));
    }

    /** A page that bears nothing but its number is as good as blank. */
    private static boolean isBlank(SeenPage page) {
        return page.lines().stream().flatMap(List::stream).allMatch(FindPageNumbers::isNumber);
    }

    /** The labels in the upper part, where a document says what it is about, with their values. */
    private static Map<Integer, Integer> labelled(List<LabelledValue> values) {
        Map<Integer, Integer> labelled = new HashMap<>();
        for (LabelledValue each : values) {
            if (each.top() <= UPPER_HALF && !each.label().isEmpty()) {
                labelled.put(each.label().concepts().hashCode(), each.value().hashCode());
            }
        }
        return labelled;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            floats[at] = (float) values[at];
        }
        return floats;
    }

    private static SeenPhrase heading(SeenPage page) {
        SeenPhrase largest = null;
        for (List<SeenPhrase> line : page.lines()) {
            for (SeenPhrase phrase : line) {
                boolean prominent = phrase.top() <= UPPER_PART && phrase.isHeading();
                if (prominent && (largest == null || phrase.weight() > largest.weight())) {
                    largest = phrase;
                }
            }
        }
        return largest;
    }

    private static int[] edges(SeenPage page) {
        Set<Integer> edges = new LinkedHashSet<>();
        int count = page.lines().size();
        for (int at = 0; at < count; at++) {
            if (at < EDGE_LINES || at >= count - EDGE_LINES) {
                for (SeenPhrase phrase : page.lines().get(at)) {
                    List<String> words = phrase.words().stream()
                            .filter(word -> word.chars().noneMatch(Character::isDigit))
                            .toList();
                    if (!words.isEmpty() && !FindPageNumbers.isNumber(phrase)) {
                        edges.add(words.hashCode());
                    }
                }
            }
        }
        return ints(edges);
    }

    private static int[] codes(SeenPage page) {
        Set<Integer> codes = new LinkedHashSet<>();
        for (List<SeenPhrase> line : page.lines()) {
            for (SeenPhrase phrase : line) {
                for (String word : phrase.text().split("\\s+")) {
                    if (codes.size() < MOST_CODES && isCode(word)) {
                        codes.add(word.hashCode());
                    }
                }
            }
        }
        return ints(codes);
    }

    private static boolean isCode(String word) {
        return word.length() >= 5
                && word.length() <= 30
                && word.chars().filter(Character::isDigit).count() >= 3
                && word.indexOf(',') < 0;
    }

    private static int[] terms(SeenPage page) {
        Set<Integer> terms = new LinkedHashSet<>();
        for (List<SeenPhrase> line : page.lines()) {
            for (SeenPhrase phrase : line) {
                for (String term : phrase.terms().shares().keySet()) {
                    if (terms.size() < MOST_TERMS) {
                        terms.add(term.hashCode());
                    }
                }
            }
        }
        return ints(terms);
    }

    /** Where most lines begin. */
    private static double left(SeenPage page) {
        Map<Long, Integer> begins = new HashMap<>();
        long most = -1;
        for (List<SeenPhrase> line : page.lines()) {
            long left = Math.round(line.get(0).left());
            int count = begins.merge(left, 1, Integer::sum);
            if (most < 0 || count > begins.get(most)) {
                most = left;
            }
        }
        return Math.max(0, most);
    }

    private static int[] ints(Set<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
