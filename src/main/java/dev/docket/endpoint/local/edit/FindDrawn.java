package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.FormPage;
import dev.docket.endpoint.document.PdfForm;
import dev.docket.endpoint.document.RuledCells;
import dev.docket.endpoint.document.RuledCells.Cell;
import dev.docket.endpoint.document.Upright;
import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the places of a PDF without a form of its own that are drawn to be filled in by hand. */
final class FindDrawn {
    private static final int MOST_CELLS = 4000;

    private final PdfForm form;
    private final int most;
    private final List<Spot> spots = new ArrayList<>();

    private FindDrawn(PdfForm form, int most) {
        this.form = form;
        this.most = most;
    }

    /** The places in the order of reading, each with a label; what has none cannot be meant by anyone. */
    static List<Spot> in(PdfForm form, int most) {
        FindDrawn find = new FindDrawn(form, most);
        for (int page = 1; page <= form.pages().size(); page++) {
            WorkStopped.check();
            find.page(form.pages().get(page - 1), page);
        }
        return find.spots;
    }

    private void page(FormPage page, int number) {
        PageWords words = new PageWords(page.page());
        if (words.isEmpty()) {
            return;
        }
        List<Cell> cells = RuledCells.of(page.page().layout().rulings());
        List<Cell> kept = cells.size() > MOST_CELLS ? List.of() : cells;
        List<Found> places =
                FindPlaces.on(page, words, kept.stream().map(Cell::box).toList());
        NearLabel labels = new NearLabel(words, places.stream().map(Found::box).toList());
        Upright frame = page.drawn().frame();
        Upright shown = Upright.shown(form.pdf().getPage(number - 1));
        TickGroups groups = new TickGroups(places, labels);
        TableLabels tables = new TableLabels(words, kept);
        String last = "";
        for (Found place : places) {
            WorkStopped.check();
            List<String> names = place.isTick() ? tick(place, groups) : text(place, labels, tables, last);
            if (names.isEmpty()) {
                continue;
            }
            last = place.isTick() ? last : names.get(0);
            String group = place.isTick() ? groups.group(place) : "";
            spots.add(new Spot(
                    "",
                    names.get(0),
                    group,
                    names,
                    place.isTick(),
                    false,
                    place.mark() ? "true" : null,
                    number,
                    shown.place(frame.turn(place.box(), shown)),
                    List.of(),
                    new Target.Drawn(frame, place.box(), place.cells())));
            if (spots.size() > most) {
                throw DocumentRefused.tooLarge("places to fill in", most);
            }
        }
    }

    private static List<String> tick(Found place, TickGroups groups) {
        String label = groups.label(place);
        return label.isEmpty() ? List.of() : List.of(label);
    }

    /** What is nearest says what it is; a line that nothing stands beside goes on with what stands above it. */
    private static List<String> text(Found place, NearLabel labels, TableLabels tables, String last) {
        Box box = place.box();
        Set<String> names = new LinkedHashSet<>();
        if (!place.inside().isEmpty()) {
            names.add(NearLabel.plain(place.inside()));
        }
        TableLabels.Heads heads = tables.of(box);
        if (!heads.row().isEmpty() && !heads.column().isEmpty()) {
            names.add(heads.row() + " " + heads.column());
        }
        names.add(heads.row());
        names.add(heads.column());
        names.add(labels.left(box));
        if (place.kind() == Found.Kind.LINE) {
            names.add(labels.below(box));
        }
        names.remove("");
        if (names.isEmpty()) {
            names.add(labels.above(box));
            names.remove("");
        }
        if (names.isEmpty() && place.kind() != Found.Kind.BOX && !last.isEmpty()) {
            names.add(last.endsWith("(continued)") ? last : last + " (continued)");
        }
        if (names.isEmpty() && place.kind() == Found.Kind.LEADER) {
            names.add(labels.below(box));
            names.remove("");
        }
        return List.copyOf(names);
    }
}
