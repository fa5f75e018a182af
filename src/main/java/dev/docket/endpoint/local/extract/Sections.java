package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.SplitLabel;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.MatchLabels;
import dev.docket.endpoint.local.label.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The headings on a document that stand above the values of one of the objects asked for. */
final class Sections {
    private static final double FITS = 0.59;
    private static final float FURTHEST = 330;
    private static final float LEVEL = 6;

    /** What goes without saying of what stands below a heading. */
    private static final Label BLOCK = new Label(Set.of("address", "name"));

    /**
     * @param group the object it is the heading of
     * @param label what it says
     * @param value what stands behind it on the same line, or null
     */
    record Heading(Label group, Label label, Bit at, Bit value) {}

    private final List<List<Heading>> byPage = new ArrayList<>();

    Sections(Pages pages, Map<Label, Label> groups, MatchLabels match, Vocabulary vocabulary) {
        for (int page = 0; page < pages.count(); page++) {
            List<Heading> headings = new ArrayList<>();
            for (List<Bit> line : pages.lines(page)) {
                WorkStopped.check();
                for (Bit bit : line) {
                    add(bit, groups, match, vocabulary, headings);
                }
            }
            byPage.add(headings);
        }
    }

    List<Heading> all() {
        return byPage.stream().flatMap(List::stream).toList();
    }

    /** What the nearest heading above a bit means; of several on one line the one whose column it stands in. */
    Label above(Bit bit) {
        if (bit.line() < 0 || bit.box() == null || bit.page() >= byPage.size()) {
            return Label.NONE;
        }
        Heading nearest = null;
        for (Heading heading : byPage.get(bit.page())) {
            var at = heading.at.box();
            float down = bit.box().top() - at.top();
            boolean above =
                    down > -LEVEL && down < FURTHEST && at.left() <= bit.box().left() + LEVEL;
            if (above && !heading.at.isSame(bit) && (nearest == null || isNearer(heading.at, nearest.at))) {
                nearest = heading;
            }
        }
        return nearest == null ? Label.NONE : nearest.group;
    }

    private static boolean isNearer(Bit one, Bit other) {
        float lower = one.box().top() - other.box().top();
        return Math.abs(lower) < LEVEL ? one.box().left() >= other.box().left() : lower > 0;
    }

    private static void add(
            Bit bit, Map<Label, Label> groups, MatchLabels match, Vocabulary vocabulary, List<Heading> headings) {
        String text = bit.text();
        Bit value = null;
        var split = SplitLabel.at(text, 0);
        if (split.isPresent()) {
            boolean inline = split.get().value() < text.length();
            value = inline ? bit.part(split.get().value(), text.length()) : null;
            text = text.substring(0, split.get().end());
        } else if (!vocabulary.isLabel(text)) {
            return;
        }
        Label label = Vocabulary.label(text);
        Label best = null;
        double most = FITS;
        for (Map.Entry<Label, Label> group : groups.entrySet()) {
            double score = match.score(group.getKey(), Label.NONE, label, Label.NONE, BLOCK);
            if (score > most) {
                most = score;
                best = group.getValue();
            }
        }
        if (best != null) {
            headings.add(new Heading(best, label, bit, value));
        }
    }
}
