package dev.docket.endpoint.local.generate;

import dev.docket.endpoint.document.KeyValue;
import dev.docket.endpoint.document.KeyValues;
import dev.docket.endpoint.document.Line;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.Phrase;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.SplitLabel;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Finds labels with their values: those that a mark tells, and those whose words are known as words of labels. */
final class FindPairs {
    private static final int MOST = 5000;
    private static final int MOST_WORDS = 6;

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<KeyValue> pairs = new ArrayList<>();

    private FindPairs() {}

    static List<KeyValue> find(ReadDocument read) {
        FindPairs find = new FindPairs();
        find.pairs.addAll(KeyValues.of(read));
        for (int page = 0; page < read.pages().size() && find.pairs.size() < MOST; page++) {
            find.page(read.pages().get(page), page + 1);
        }
        return find.pairs;
    }

    private void page(Page page, int number) {
        List<Line> lines = page.lines();
        for (int at = 0; at < lines.size(); at++) {
            WorkStopped.check();
            List<Phrase> phrases = lines.get(at).phrases();
            beside(phrases, number);
            if (at + 1 < lines.size()) {
                below(phrases, lines.get(at + 1).phrases(), number);
            }
        }
    }

    private void beside(List<Phrase> phrases, int page) {
        for (int at = 0; at < phrases.size(); at++) {
            Phrase phrase = phrases.get(at);
            boolean value =
                    at + 1 < phrases.size() && isValue(phrases.get(at + 1).text());
            if (isLabel(phrase.text()) && value) {
                add(phrase.text(), phrases.get(at + 1), page);
                at++;
            } else if (at == 0 || SplitLabel.at(phrases.get(at - 1).text(), 0).isEmpty()) {
                leading(phrase, page);
            }
        }
    }

    /** A strip of labels with as many values right below. */
    private void below(List<Phrase> labels, List<Phrase> values, int page) {
        boolean strip = labels.size() > 1
                && labels.size() == values.size()
                && labels.stream().allMatch(phrase -> isLabel(phrase.text()))
                && values.stream().allMatch(phrase -> isValue(phrase.text()));
        for (int at = 0; strip && at < labels.size(); at++) {
            add(labels.get(at).text(), values.get(at), page);
        }
    }

    private void leading(Phrase phrase, int page) {
        Vocabulary.Run run = vocabulary.run(phrase.text(), 0);
        if (run == null || run.start() > 0 || run.end() >= phrase.text().length()) {
            return;
        }
        String value = phrase.text().substring(run.end()).strip();
        boolean telling = phrase.text().split(" ").length <= MOST_WORDS
                && value.length() <= 40
                && value.chars().anyMatch(Character::isDigit)
                && !value.startsWith(":");
        if (telling && SplitLabel.at(phrase.text(), 0).isEmpty()) {
            pairs.add(new KeyValue(phrase.text().substring(0, run.end()), value, page, phrase.box()));
        }
    }

    private boolean isLabel(String text) {
        return SplitLabel.at(text, 0).isEmpty() && vocabulary.isLabel(text);
    }

    private boolean isValue(String text) {
        return SplitLabel.at(text, 0).isEmpty() && !vocabulary.isLabel(text);
    }

    private void add(String label, Phrase value, int page) {
        if (pairs.size() < MOST) {
            pairs.add(new KeyValue(label.strip(), value.text().strip(), page, value.box()));
        }
    }
}
