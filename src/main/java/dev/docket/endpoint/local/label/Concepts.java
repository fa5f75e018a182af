package dev.docket.endpoint.local.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What words of labels stand for. A word that is not known stands for itself, a compound of known words for all of them.
 */
public final class Concepts {
    /** The concepts that come with Docket. */
    public static final Concepts KNOWN = ConceptsFile.read("concepts.txt");

    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_COMPOUND = 7;
    private static final int LONGEST_COMPOUND = 60;
    private static final int SHORTEST_TO_CUT = 8;
    private static final String[] ENDINGS = {"ation", "ment", "ing", "ion", "ung", "ed", "er"};
    private static final int SHORTEST_FORM = 5;
    private static final String[] INFLECTIONS = {"t", "e", "n", "en", "es"};
    private static final String[] JOINTS = {"", "s", "n", "es", "en"};

    final Map<String, List<String>> bySpelling = new HashMap<>();
    final Map<Set<String>, List<Label>> instead = new HashMap<>();
    final Map<String, List<String>> alone = new HashMap<>();
    final Set<String> stop = new HashSet<>();
    final Set<String> weak = new HashSet<>();
    final Set<String> kinds = new HashSet<>();
    final Set<String> roles = new HashSet<>();
    int longest = 1;

    Concepts() {}

    /** What the words mean, in their order, each concept once. */
    public Label label(List<String> words) {
        LinkedHashSet<String> concepts = new LinkedHashSet<>();
        if (words.size() == 1 && alone.containsKey(words.get(0))) {
            concepts.addAll(alone.get(words.get(0)));
            return new Label(concepts);
        }
        int at = 0;
        while (at < words.size()) {
            int known = longestAt(words, at);
            if (known > 0) {
                concepts.addAll(bySpelling.get(String.join(" ", words.subList(at, at + known))));
                at += known;
            } else {
                addWord(words.get(at++), concepts);
            }
        }
        return new Label(concepts);
    }

    /** Whether the word is part of a label for sure: alone, or as the beginning of words that belong together. */
    public int knownAt(List<String> words, int at) {
        int known = longestAt(words, at);
        if (known > 0) {
            return known;
        }
        String word = words.get(at);
        if (words.size() == 1 && alone.containsKey(word)) {
            return 1;
        }
        return stop.contains(word) || weak.contains(word) || isCompound(word) ? 1 : 0;
    }

    /** What will do in the place of a label that is not found. */
    public List<Label> insteadOf(Label label) {
        return instead.getOrDefault(strong(label), List.of());
    }

    public boolean isStop(String word) {
        return stop.contains(word);
    }

    /** Whether a concept adds so little that a label may well lack it. */
    public boolean isWeak(String concept) {
        return weak.contains(concept);
    }

    /** Whether a concept names a kind of document. */
    public boolean isKind(String concept) {
        return kinds.contains(concept);
    }

    /** Whether a concept names one of the parties that a document is between. */
    public boolean isRole(String concept) {
        return roles.contains(concept);
    }

    /** The concepts of a label that count; all of them if none does. An item tells whose name or number it is. */
    Set<String> strong(Label label) {
        Set<String> strong = new HashSet<>(label.concepts());
        strong.removeIf(concept -> weak.contains(concept) && !concept.equals("item"));
        return strong.isEmpty() ? Set.copyOf(label.concepts()) : strong;
    }

    private int longestAt(List<String> words, int at) {
        for (int count = Math.min(longest, words.size() - at); count > 0; count--) {
            if (bySpelling.containsKey(String.join(" ", words.subList(at, at + count)))) {
                return count;
            }
        }
        return 0;
    }

    private void addWord(String word, Set<String> concepts) {
        if (stop.contains(word) || Character.isDigit(word.charAt(0))) {
            return;
        }
        String singular = singular(word);
        if (bySpelling.containsKey(singular)) {
            concepts.addAll(bySpelling.get(singular));
            return;
        }
        for (String ending : INFLECTIONS) {
            String form = word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : "";
            if (form.length() >= SHORTEST_FORM && bySpelling.containsKey(form)) {
                concepts.addAll(bySpelling.get(form));
                return;
            }
        }
        List<String> parts = new ArrayList<>();
        boolean longEnough = word.length() >= SHORTEST_COMPOUND && word.length() <= LONGEST_COMPOUND;
        if (longEnough && takeApart(word, 0, parts)) {
            parts.forEach(part -> concepts.addAll(bySpelling.get(part)));
        } else {
            concepts.add(stem(singular));
        }
    }

    private boolean isCompound(String word) {
        return word.length() >= SHORTEST_COMPOUND
                && word.length() <= LONGEST_COMPOUND
                && takeApart(word, 0, new ArrayList<>());
    }

    /** Finds known words that make up the rest of a word, with the letters that German puts between them. */
    private boolean takeApart(String word, int from, List<String> parts) {
        if (parts.size() > 3) {
            return false;
        }
        for (int end = word.length(); end - from >= SHORTEST_PART; end--) {
            String part = word.substring(from, end);
            if (!bySpelling.containsKey(part)) {
                continue;
            }
            parts.add(part);
            for (String joint : JOINTS) {
                int next = end + joint.length();
                boolean ends = next == word.length() && joint.isEmpty();
                if (ends || word.startsWith(joint, end) && takeApart(word, next, parts)) {
                    return true;
                }
            }
            parts.remove(parts.size() - 1);
        }
        return false;
    }

    /** An unknown word without the ending that makes a verb or a noun of it. */
    private static String stem(String word) {
        if (word.length() >= SHORTEST_TO_CUT) {
            for (String ending : ENDINGS) {
                if (word.endsWith(ending)) {
                    return word.substring(0, word.length() - ending.length());
                }
            }
        }
        return word;
    }

    static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
