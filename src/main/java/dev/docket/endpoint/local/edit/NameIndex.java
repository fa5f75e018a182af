package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.MatchLabels;
import dev.docket.endpoint.local.label.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a form by what they may be called. */
final class NameIndex {
    /** From here on a label is taken for the name of a place. */
    static final double FITS = 0.5;

    private static final double SAME_MEANING = 0.95;
    private static final int MOST_FITS = 100;
    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_PREFIX = 7;
    private static final Pattern ASIDE = Pattern.compile("\\([^)]{0,80}\\)|\\[[^\\]]{0,80}\\]");
    private static final Pattern TOKEN = Pattern.compile("\\S+");
    private static final MatchLabels MATCH = new MatchLabels(Set.of());

    /**
     * A name of a place.
     *
     * @param spot the place, by its number
     * @param words in one spelling, joined by spaces
     */
    private record Name(int spot, String words, Label label) {}

    /**
     * A place that a label may mean.
     *
     * @param score from {@link #FITS} to 1
     */
    record Fit(int spot, double score) {}

    private final Map<String, List<Name>> byConcept = new HashMap<>();
    private final Map<String, List<Name>> byWords = new HashMap<>();
    private final Map<String, List<Fit>> known = new HashMap<>();
    private final Spellings spellings = new Spellings();

    /** @param names by the number of a place, what it is called */
    NameIndex(List<? extends Collection<String>> names) {
        for (int spot = 0; spot < names.size(); spot++) {
            WorkStopped.check();
            for (String name : new LinkedHashSet<>(names.get(spot))) {
                add(spot, name);
            }
        }
    }

    private void add(int spot, String text) {
        Set<List<String>> readings = new LinkedHashSet<>();
        readings.add(Words.of(text));
        readings.add(Words.ofName(text));
        readings.add(Words.of(ASIDE.matcher(text).replaceAll(" ")));
        readings.forEach(words -> addWords(spot, words));
    }

    private void addWords(int spot, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        words.forEach(spellings::add);
        Name name = new Name(spot, String.join(" ", words), Concepts.KNOWN.label(words));
        byWords.computeIfAbsent(name.words(), none -> new ArrayList<>()).add(name);
        name.label()
                .concepts()
                .forEach(concept -> byConcept
                        .computeIfAbsent(concept, none -> new ArrayList<>())
                        .add(name));
    }

    /** How well the label fits the place it fits best; 0 when it fits none. */
    double best(String label) {
        List<Fit> fits = fits(label);
        return fits.isEmpty() ? 0 : fits.get(0).score();
    }

    /** The places that the label fits, the best first, in their order where they are equal. */
    List<Fit> fits(String text) {
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        List<Fit> fits = known.get(text);
        if (fits == null) {
            fits = find(text);
            known.put(text, fits);
        }
        return fits;
    }

    private List<Fit> find(String text) {
        WorkStopped.check();
        List<String> words = spellings.mended(Words.ofName(text));
        if (words.isEmpty() || words.size() > 40) {
            return List.of();
        }
        Map<Integer, Double> scores = new LinkedHashMap<>();
        byWords.getOrDefault(String.join(" ", words), List.of()).forEach(name -> scores.put(name.spot(), 1.0));
        Label wanted = Concepts.KNOWN.label(words);
        // By identity: the same name of many places would be compared with each of them.
        Set<Name> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.concepts().forEach(concept -> candidates.addAll(byConcept.getOrDefault(concept, List.of())));
        for (Name name : candidates) {
            double score = score(wanted, name.label());
            if (score >= FITS) {
                scores.merge(name.spot(), score, Math::max);
            }
        }
        return scores.entrySet().stream()
                .map(each -> new Fit(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble((Fit fit) -> -fit.score()).thenComparing(Fit::spot))
                .limit(MOST_FITS)
                .toList();
    }

    /** Each has to say what the other says: a name is not a first name, nor the other way round. */
    private static double score(Label one, Label other) {
        if (one.concepts().equals(other.concepts())) {
            return SAME_MEANING;
        }
        double there = MATCH.score(one, Label.NONE, other, Label.NONE, Label.NONE);
        double back = MATCH.score(other, Label.NONE, one, Label.NONE, Label.NONE);
        return Math.min(0.9, (there + back) / 2);
    }

    /** The places that have a name with all that the label says, and more. */
    Set<Integer> containing(String text) {
        Set<Integer> found = null;
        for (String concept :
                Concepts.KNOWN.label(spellings.mended(Words.ofName(text))).concepts()) {
            Set<Integer> having = new LinkedHashSet<>();
            byConcept.getOrDefault(concept, List.of()).forEach(name -> having.add(name.spot()));
            if (found == null) {
                found = having;
            } else {
                found.retainAll(having);
            }
        }
        return found == null ? Set.of() : found;
    }

    /** How many things the label says. */
    static int meaning(String text) {
        return Concepts.KNOWN.label(Words.ofName(text)).concepts().size();
    }

    /** Where the very words of a name end that the text begins with; empty when it does not, or nothing follows. */
    Optional<Integer> prefix(String text) {
        StringBuilder words = new StringBuilder();
        Integer end = null;
        Matcher token = TOKEN.matcher(text);
        for (int count = 0; count < LONGEST_PREFIX && token.find(); count++) {
            for (String word : Words.of(token.group())) {
                words.append(words.isEmpty() ? "" : " ").append(word);
            }
            boolean more = !text.substring(token.end(), Math.min(text.length(), token.end() + 3))
                    .isBlank();
            end = more && byWords.containsKey(words.toString()) ? Integer.valueOf(token.end()) : end;
        }
        return Optional.ofNullable(end);
    }
}
