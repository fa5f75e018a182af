package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds labels with their values where the form alone tells them: behind a colon, beside or below a text that ends in
 * one, in tables of two columns of which the first has labels, and in the fields of a form.
 */
public final class KeyValues {
    private static final int MOST = 20_000;
    private static final int LONGEST_LABEL = 60;
    private static final float NEXT_LINE = 1.8f;
    private static final float LEVEL = 6;

    private final List<KeyValue> found = new ArrayList<>();

    private KeyValues() {}

    /** All pairs in the order of the document. The same label may come several times. */
    public static List<KeyValue> of(ReadDocument read) {
        KeyValues pairs = new KeyValues();
        for (FormField field : read.fields()) {
            String label = field.label() == null || field.label().isBlank() ? field.name() : field.label();
            pairs.add(label, field.value(), field.page(), field.box());
        }
        for (int page = 0; page < read.pages().size(); page++) {
            pairs.lines(read.pages().get(page).lines(), page + 1);
            for (Block.Table table : read.pages().get(page).tables()) {
                pairs.table(table, page + 1);
            }
        }
        return pairs.found;
    }

    private void lines(List<Line> lines, int page) {
        for (int at = 0; at < lines.size(); at++) {
            WorkStopped.check();
            List<Phrase> phrases = lines.get(at).phrases();
            for (int i = 0; i < phrases.size(); i++) {
                Phrase phrase = phrases.get(i);
                Optional<SplitLabel.Split> split = SplitLabel.at(phrase.text(), 0);
                if (split.isEmpty()) {
                    continue;
                }
                String label = phrase.text().substring(0, split.get().end());
                if (split.get().value() < phrase.text().length()) {
                    add(label, phrase.text().substring(split.get().value()), page, phrase.box());
                } else {
                    Phrase value = i + 1 < phrases.size() ? phrases.get(i + 1) : below(lines, at, phrase);
                    if (value != null && SplitLabel.at(value.text(), 0).isEmpty()) {
                        add(label, value.text(), page, value.box());
                    }
                }
            }
        }
    }

    private static Phrase below(List<Line> lines, int at, Phrase label) {
        float limit = label.box().bottom() + NEXT_LINE * label.box().height();
        for (int next = at + 1; next < Math.min(lines.size(), at + 4); next++) {
            for (Phrase phrase : lines.get(next).phrases()) {
                boolean near = phrase.box().top() <= limit
                        && phrase.box().top() > label.box().middleY();
                if (near && Math.abs(phrase.box().left() - label.box().left()) < LEVEL) {
                    return phrase;
                }
            }
        }
        return null;
    }

    private void table(Block.Table table, int page) {
        if (table.columns() == 2 && hasLabels(table)) {
            for (List<String> row : table.rows()) {
                if (row.size() == 2) {
                    add(row.get(0), row.get(1), page, table.box());
                }
            }
        }
    }

    /** Whether the first column names things, each once, and the second has things of more than one sort. */
    private static boolean hasLabels(Block.Table table) {
        Set<String> labels = new HashSet<>();
        Set<Boolean> sorts = new HashSet<>();
        for (List<String> row : table.rows()) {
            WorkStopped.check();
            if (row.size() < 2 || row.get(0).isBlank()) {
                continue;
            }
            boolean label =
                    row.get(0).length() <= LONGEST_LABEL && row.get(0).chars().noneMatch(Character::isDigit);
            if (!label || !labels.add(row.get(0))) {
                return false;
            }
            sorts.add(row.get(1).chars().anyMatch(Character::isDigit));
        }
        return labels.size() > 1 && sorts.size() == 2;
    }

    private void add(String label, String value, int page, Box box) {
        String name = label.strip().replaceAll("[\\s:：.]+$", "");
        boolean whole = !name.isEmpty() && name.length() <= LONGEST_LABEL && !value.isBlank();
        if (whole && found.size() < MOST) {
            found.add(new KeyValue(name, value.strip(), page, box));
        }
    }
}
