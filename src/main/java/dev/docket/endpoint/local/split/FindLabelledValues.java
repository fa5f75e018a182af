package dev.docket.endpoint.local.split;

import dev.docket.endpoint.document.SplitLabel;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Vocabulary;
import dev.docket.endpoint.local.topic.SeenPage;
import dev.docket.endpoint.local.topic.SeenPhrase;
import java.util.ArrayList;
import java.util.List;

/** Finds labels with their values on a page: behind a colon, right behind known words, beside them or below. */
final class FindLabelledValues {
    private static final int MOST = 200;
    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 8;
    private static final double LEVEL = 6;

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<LabelledValue> found = new ArrayList<>();

    private FindLabelledValues() {}

    static List<LabelledValue> of(SeenPage page) {
        FindLabelledValues find = new FindLabelledValues();
        for (int line = 0; line < page.lines().size(); line++) {
            WorkStopped.check();
            List<SeenPhrase> phrases = page.lines().get(line);
            List<SeenPhrase> below =
                    line + 1 < page.lines().size() ? page.lines().get(line + 1) : List.of();
            for (int at = 0; at < phrases.size(); at++) {
                SeenPhrase next = at + 1 < phrases.size() ? phrases.get(at + 1) : null;
                find.phrase(phrases.get(at), next, below);
            }
        }
        return find.found;
    }

    private void phrase(SeenPhrase phrase, SeenPhrase next, List<SeenPhrase> below) {
        String text = phrase.text();
        var split = SplitLabel.at(text, 0);
        if (split.isPresent()) {
            String label = text.substring(split.get().label(), split.get().end());
            if (split.get().value() < text.length()) {
                add(label, text.substring(split.get().value()), phrase);
            } else {
                beside(label, phrase, next, below);
            }
            return;
        }
        if (phrase.words().size() > MOST_WORDS) {
            return;
        }
        Vocabulary.Run run = vocabulary.run(text, 0);
        if (run == null || run.start() > 0) {
            return;
        }
        if (run.end() >= text.length()) {
            beside(text, phrase, next, below);
        } else if (hasDigit(text.substring(run.end()))) {
            add(text.substring(0, run.end()), text.substring(run.end()), phrase);
        }
    }

    private void beside(String label, SeenPhrase phrase, SeenPhrase next, List<SeenPhrase> below) {
        if (next != null && isValue(next)) {
            add(label, next.text(), phrase);
            return;
        }
        for (SeenPhrase under : below) {
            if (Math.abs(under.left() - phrase.left()) < LEVEL && isValue(under)) {
                add(label, under.text(), phrase);
                return;
            }
        }
    }

    private boolean isValue(SeenPhrase phrase) {
        return hasDigit(phrase.text())
                || SplitLabel.at(phrase.text(), 0).isEmpty() && !vocabulary.isNothingButLabel(phrase.text());
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private void add(String label, String value, SeenPhrase at) {
        String plain = value.strip();
        if (found.size() < MOST && !plain.isEmpty() && plain.length() <= LONGEST) {
            found.add(new LabelledValue(Vocabulary.label(label), plain, at.top()));
        }
    }
}
