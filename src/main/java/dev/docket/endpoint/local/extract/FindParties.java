package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.SplitLabel;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import dev.docket.endpoint.local.value.ReadDate;
import dev.docket.endpoint.local.value.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the blocks that tell who someone is: those under a heading, and those known by a postal code. */
final class FindParties {
    private static final int MOST_LINES = 8;
    private static final int MOST_PARTIES = 200;
    private static final float NEXT_LINE = 1.1f;

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final Spelling spelling;
    private final List<Party> parties = new ArrayList<>();

    private FindParties(Pages pages, Vocabulary vocabulary, Spelling spelling) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.spelling = spelling;
    }

    static List<Party> find(Pages pages, Sections sections, Vocabulary vocabulary, Spelling spelling) {
        FindParties find = new FindParties(pages, vocabulary, spelling);
        for (Sections.Heading heading : sections.all()) {
            WorkStopped.check();
            find.under(heading, sections.all());
        }
        find.withoutHeading();
        return find.parties;
    }

    private void under(Sections.Heading heading, List<Sections.Heading> all) {
        List<Bit> lines = new ArrayList<>();
        Bit first = heading.value();
        if (first == null) {
            Bit beside = pages.rightOf(heading.at()).stream().findFirst().orElse(null);
            Bit below = pages.below(heading.at(), 2f);
            boolean marked = heading.at().text().endsWith(":");
            boolean own = beside != null && (marked || isLabel(below)) && !isHeading(beside, all) && !isLabel(beside);
            first = own ? beside : below;
        }
        if (first == null || isHeading(first, all) || isLabel(first) || isNoOne(first)) {
            return;
        }
        lines.add(first);
        // Lines below a value that stands behind its label may begin under either.
        for (Bit line : pages.stack(first == heading.value() ? heading.at() : first, MOST_LINES)) {
            if (isHeading(line, all) || isLabel(line)) {
                break;
            }
            lines.add(line);
        }
        add(heading.group(), lines);
    }

    private void withoutHeading() {
        for (int page = 0; page < Math.min(2, pages.count()); page++) {
            for (List<Bit> line : pages.lines(page)) {
                WorkStopped.check();
                line.stream()
                        .filter(bit -> ReadParty.isTown(bit.text()) && !isTaken(bit))
                        .forEach(this::around);
            }
        }
    }

    private void around(Bit town) {
        List<Bit> lines = new ArrayList<>(List.of(town));
        if (!ReadParty.isWhole(town.text())) {
            for (Bit above = above(town); above != null && lines.size() < MOST_LINES; above = above(above)) {
                lines.add(0, above);
            }
            lines.addAll(pages.stack(town, 2));
        }
        add(Label.NONE, lines);
    }

    private Bit above(Bit bit) {
        List<List<Bit>> lines = pages.lines(bit.page());
        for (int at = bit.line() - 1; at >= 0 && at >= bit.line() - 4; at--) {
            for (Bit other : lines.get(at)) {
                float gap = bit.box().top() - other.box().bottom();
                boolean near =
                        gap < NEXT_LINE * bit.box().height() && gap > -bit.box().height();
                if (near && Pages.isSet(other.box(), bit.box())) {
                    boolean another = SplitLabel.at(other.text(), 0).isPresent() || ReadParty.isTown(other.text());
                    return another ? null : other;
                }
            }
        }
        return null;
    }

    private void add(Label group, List<Bit> lines) {
        Map<String, Bit> parts = ReadParty.read(lines);
        if (!parts.isEmpty() && parties.size() < MOST_PARTIES) {
            parties.add(new Party(group, parts, lines));
        }
    }

    /** Whether a text is a date or a number, and so names no one. */
    private boolean isNoOne(Bit bit) {
        String text = bit.text();
        return text.chars().noneMatch(Character::isLetter)
                || ReadDate.first(text, spelling)
                        .filter(date -> 2 * (date.end() - date.start()) > text.length())
                        .isPresent();
    }

    private boolean isTaken(Bit bit) {
        return parties.stream().anyMatch(party -> party.lines().stream().anyMatch(bit::isSame));
    }

    private boolean isLabel(Bit bit) {
        return bit != null && vocabulary.isNothingButLabel(bit.text());
    }

    private static boolean isHeading(Bit bit, List<Sections.Heading> all) {
        return all.stream().anyMatch(heading -> heading.at().isSame(bit));
    }
}
