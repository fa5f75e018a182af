package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.SplitLabel;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Spots whose label and value are phrases beside or below each other. */
final class Neighbours {
    private static final int MOST_BESIDE = 4;
    private static final int MOST_BELOW = 6;
    private static final float NEXT_LINE = 1.6f;
    private static final int TABLE_ROWS = 3;

    private final Pages pages;
    private final Vocabulary vocabulary;

    Neighbours(Pages pages, Vocabulary vocabulary) {
        this.pages = pages;
        this.vocabulary = vocabulary;
    }

    List<Spot> spots(Bit bit) {
        boolean marked = isMarked(bit.text());
        if (!marked && !vocabulary.isLabel(bit.text())) {
            return List.of();
        }
        Label label = Vocabulary.label(bit.text());
        if (!vocabulary.asksFor(label)) {
            return List.of();
        }
        List<Spot> spots = new ArrayList<>();
        boolean head = !marked && headsTable(bit);
        if (!head || pages.rightOf(bit).stream().limit(1).noneMatch(next -> vocabulary.isLabel(next.text()))) {
            beside(bit, label, marked, spots);
        }
        if (!head) {
            below(bit, label, marked, spots);
        }
        return spots;
    }

    /** The lines right below a value that may belong to it. */
    List<String> more(Bit label, Bit value) {
        List<String> more = new ArrayList<>();
        for (Bit line : pages.stack(value.phrase() == label.phrase() ? label : value, MOST_BELOW)) {
            if (isMarked(line.text()) || SplitLabel.at(line.text(), 0).isPresent()) {
                break;
            }
            more.add(line.text());
        }
        return more;
    }

    private void beside(Bit bit, Label label, boolean marked, List<Spot> spots) {
        Spot.Kind kind = marked ? Spot.Kind.MARKED_BESIDE : Spot.Kind.BESIDE;
        int count = 0;
        for (Bit value : pages.rightOf(bit)) {
            boolean other =
                    isMarked(value.text()) || SplitLabel.at(value.text(), 0).isPresent();
            if (other || count++ == MOST_BESIDE || count > 1 && vocabulary.isLabel(value.text())) {
                return;
            }
            spots.add(new Spot(bit.text(), label, kind, value, count == 1 ? more(bit, value) : List.of(), Label.NONE));
        }
    }

    private void below(Bit bit, Label label, boolean marked, List<Spot> spots) {
        Bit value = pages.below(bit, NEXT_LINE);
        if (value != null
                && !isMarked(value.text())
                && SplitLabel.at(value.text(), 0).isEmpty()) {
            Spot.Kind kind = marked ? Spot.Kind.MARKED_BELOW : Spot.Kind.BELOW;
            spots.add(new Spot(bit.text(), label, kind, value, more(value, value), Label.NONE));
        }
    }

    /** Whether the column goes on for so many rows that it is one of a table, whose first entry is not its value. */
    private boolean headsTable(Bit bit) {
        if (pages.lines(bit.page()).get(bit.line()).size() < 2) {
            return false;
        }
        Bit at = bit;
        for (int rows = 0; rows < TABLE_ROWS; rows++) {
            at = pages.below(at, NEXT_LINE);
            boolean row = at != null && pages.lines(at.page()).get(at.line()).size() > 1;
            if (!row || vocabulary.isNothingButLabel(at.text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMarked(String text) {
        return text.endsWith(":") || text.endsWith("：");
    }
}
