package dev.docket.endpoint.local.generate;

import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names of properties out of labels: in the label's language, without what only joins its words. */
final class NameLabel {
    private static final int MOST_WORDS = 6;
    private static final Pattern ASIDE = Pattern.compile("\\([^)]{0,80}\\)|\\b\\d{1,3}(?:[.,]\\d{1,3})? ?%");

    private NameLabel() {}

    /** A name that is none of those taken. */
    static String name(String label, String preset, Set<String> taken) {
        List<String> all = Words.of(ASIDE.matcher(label).replaceAll(" "));
        List<String> telling =
                all.stream().filter(word -> !Concepts.KNOWN.isStop(word)).toList();
        List<String> words = telling.isEmpty() ? all : telling;
        String name = words.isEmpty() ? preset : String.join("_", words.subList(0, Math.min(MOST_WORDS, words.size())));
        if (Character.isDigit(name.charAt(0))) {
            name = preset + "_" + name;
        }
        String free = name;
        for (int next = 2; taken.contains(free); next++) {
            free = name + "_" + next;
        }
        return free;
    }
}
