package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.Line;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.Phrase;
import dev.docket.endpoint.document.Word;
import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a page by their places; what is only there to be written on is not among them. */
final class PageWords {
    private static final Pattern BLANK = Pattern.compile(
            "[_.\\u2026\\u00b7|\\u2610\\u25a1\\u25a2\\u25ab\\u25fb\\u25fd\\u2751\\u2752\\u274f\\u2750\\u25cb\\uf06f\\uf0a8\\uf071\\uf072\\[\\]()]+");
    private static final Pattern LEADER = Pattern.compile("_{2,}.*|\\.{4,}.*|\\u2026{2,}.*");

    private final List<Word> words = new ArrayList<>();

    PageWords(Page page) {
        if (!page.layout().isKnown()) {
            return;
        }
        for (Line line : page.layout().lines()) {
            WorkStopped.check();
            for (Phrase phrase : line.phrases()) {
                phrase.words().forEach(this::add);
            }
        }
        words.sort(Comparator.comparingDouble(word -> word.box().middleY()));
    }

    /** Of a word that goes on as a line to write on, only the letters before it count. */
    private void add(Word word) {
        if (BLANK.matcher(word.text()).matches()) {
            return;
        }
        String text = LEADER.matcher(word.text()).replaceFirst("");
        if (text.length() == word.text().length()) {
            words.add(word);
        } else if (!text.isEmpty()) {
            Box box = word.box();
            float right = Math.min(box.right(), box.left() + 0.6f * box.height() * text.length());
            words.add(new Word(text, new Box(box.left(), box.top(), right, box.bottom())));
        }
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words whose middle lies in the box. */
    List<Word> in(Box box) {
        List<Word> found = new ArrayList<>();
        for (int at = firstFrom(box.top()); at < words.size(); at++) {
            Box word = words.get(at).box();
            if (word.middleY() > box.bottom()) {
                break;
            }
            if (word.middleX() >= box.left() && word.middleX() <= box.right()) {
                found.add(words.get(at));
            }
        }
        return found;
    }

    boolean isFree(Box box) {
        return in(box).isEmpty();
    }

    private int firstFrom(float y) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (words.get(middle).box().middleY() < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The text of words, line by line and from left to right. */
    static String text(List<Word> words) {
        List<Word> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(word -> word.box().middleY()));
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < sorted.size()) {
            int end = at;
            Box first = sorted.get(at).box();
            while (end < sorted.size() && sorted.get(end).box().middleY() - first.middleY() < 0.5f * first.height()) {
                end++;
            }
            List<Word> line = new ArrayList<>(sorted.subList(at, end));
            line.sort(Comparator.comparingDouble(word -> word.box().left()));
            line.forEach(word -> text.append(text.isEmpty() ? "" : " ").append(word.text()));
            at = end;
        }
        return text.toString();
    }
}
