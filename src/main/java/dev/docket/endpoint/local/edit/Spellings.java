package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.local.label.Concepts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mends slips in words, if a form has just one word that is nearly the same. */
final class Spellings {
    private static final int MOST = 5000;
    private static final int SHORTEST = 5;
    private static final int LONG = 8;

    private final Set<String> known = new HashSet<>();
    private final Map<Character, List<String>> byFirst = new HashMap<>();

    void add(String word) {
        if (known.size() < MOST && word.length() >= SHORTEST - 1 && known.add(word)) {
            byFirst.computeIfAbsent(word.charAt(0), none -> new ArrayList<>()).add(word);
        }
    }

    /** The words, each in the spelling of the form if it is a slip of one. */
    List<String> mended(List<String> words) {
        return words.stream().map(this::mended).toList();
    }

    private String mended(String word) {
        boolean right = word.length() < SHORTEST
                || known.contains(word)
                || Concepts.KNOWN.knownAt(List.of(word), 0) > 0
                || Character.isDigit(word.charAt(0));
        if (right) {
            return word;
        }
        String mended = null;
        int most = word.length() >= LONG ? 2 : 1;
        for (String other : byFirst.getOrDefault(word.charAt(0), List.of())) {
            if (Math.abs(other.length() - word.length()) <= most && distance(word, other, most) <= most) {
                if (mended != null) {
                    return word;
                }
                mended = other;
            }
        }
        return mended == null ? word : mended;
    }

    /** Letters to change, add, leave out or swap with their neighbour; more than {@code most} is not counted on. */
    private static int distance(String one, String other, int most) {
        int[] before = null;
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                row[j] = swapped ? Math.min(row[j], before[j - 2] + 1) : row[j];
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return least;
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }
}
