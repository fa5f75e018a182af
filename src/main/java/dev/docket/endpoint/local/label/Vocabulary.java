package dev.docket.endpoint.local.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which words of a text are words of labels: those known, and those that are looked for. */
public final class Vocabulary {
    private static final Pattern ASIDE =
            Pattern.compile("\\([^)]{0,80}\\)|\\[[^\\]]{0,80}\\]|\\b\\d{1,3}(?:[.,]\\d{1,3})? ?%");
    /** A name out of a data format. */
    private static final Pattern CODED = Pattern.compile("[\"']?[A-Za-z]{1,30}[a-z_][A-Z][A-Za-z_]{0,30}[\"']?");

    private static final Pattern VALUE = Pattern.compile("\\d{3}");
    private static final Pattern TOKEN = Pattern.compile("\\S+");
    private static final int MOST_WORDS = 10;

    /**
     * A stretch of a text that is made of words of labels.
     *
     * @param start where it begins
     * @param end where it ends
     */
    public record Run(int start, int end) {}

    private final Set<String> wanted = new HashSet<>();

    public void add(Label label) {
        wanted.addAll(label.concepts());
    }

    /** Whether a label means something that is looked for. */
    public boolean asksFor(Label label) {
        return label.concepts().stream().anyMatch(wanted::contains);
    }

    /** The meaning of a label on the document, without what stands in brackets and without percentages. */
    public static Label label(String text) {
        if (CODED.matcher(text).matches()) {
            return Label.ofName(text);
        }
        Label plain = Label.of(ASIDE.matcher(text).replaceAll(" "));
        return plain.isEmpty() ? Label.of(text) : plain;
    }

    /** Whether most of a short text are words of labels, and none is a value. */
    public boolean isLabel(String text) {
        return isLabel(text, 0.5);
    }

    /** Whether a short text has no other words than those of labels. */
    public boolean isNothingButLabel(String text) {
        return isLabel(text, 1);
    }

    private boolean isLabel(String text, double share) {
        List<String> words = Words.of(ASIDE.matcher(text).replaceAll(" "));
        if (words.isEmpty() || words.size() > 7 || VALUE.matcher(text).find()) {
            return false;
        }
        int known = 0;
        boolean meaning = false;
        for (int at = 0; at < words.size(); ) {
            int count = known(words, at);
            known += count;
            meaning |= count > 0 && isMeaning(words.subList(at, at + count));
            at += Math.max(1, count);
        }
        return meaning && known >= share * words.size();
    }

    private static boolean isMeaning(List<String> words) {
        return Concepts.KNOWN.label(words).concepts().stream().anyMatch(concept -> !Concepts.KNOWN.isWeak(concept));
    }

    /** The next run at or behind a place of the text, null when there is none. */
    public Run run(String text, int from) {
        Matcher token = TOKEN.matcher(text);
        int at = from;
        while (at < text.length() && token.find(at)) {
            int end = runFrom(text, token.start());
            if (end > token.start()) {
                return new Run(token.start(), end);
            }
            at = token.end();
        }
        return null;
    }

    /** Where the run that begins at a place ends; the place itself when none begins there. */
    private int runFrom(String text, int start) {
        List<String> words = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        for (int at = start; at < text.length() && words.size() < MOST_WORDS && token.find(at); at = token.end()) {
            List<String> more = Words.of(token.group());
            boolean value = more.stream().anyMatch(word -> Character.isDigit(word.charAt(0)));
            if (value || more.isEmpty() && token.group().length() > 2) {
                break;
            }
            more.forEach(word -> {
                words.add(word);
                ends.add(token.end());
            });
            if (token.group().endsWith(":")) {
                break;
            }
        }
        int known = 0;
        boolean meaning = false;
        int end = start;
        for (int count = known(words, 0); known < words.size() && count > 0; count = known(words, known)) {
            meaning |=
                    !Concepts.KNOWN.label(words.subList(known, known + count)).isEmpty();
            known += count;
            boolean wholeToken = known == words.size() || !ends.get(known).equals(ends.get(known - 1));
            end = wholeToken ? ends.get(known - 1) : end;
        }
        return meaning ? end : start;
    }

    private int known(List<String> words, int at) {
        if (at >= words.size()) {
            return 0;
        }
        int known = Concepts.KNOWN.knownAt(words, at);
        return known == 0 && asksFor(Concepts.KNOWN.label(words.subList(at, at + 1))) ? 1 : known;
    }
}
