package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of boxes to tick, and what they have in common: the text before the first of a row, as in "Sex: [ ] female
 * [ ] male", or above the first of a column.
 */
final class TickGroups {
    private static final float NEXT_ROW = 40;
    private static final float LEVEL = 5;

    private final NearLabel labels;
    private final Map<Found, String> label = new IdentityHashMap<>();
    private final Map<Found, String> group = new IdentityHashMap<>();

    TickGroups(List<Found> places, NearLabel labels) {
        this.labels = labels;
        Map<Integer, List<Found>> above = new HashMap<>();
        for (List<Found> row : rows(places)) {
            row(row);
            if (group.get(row.get(0)).isEmpty()) {
                column(row, above.computeIfAbsent(Math.round(row.get(0).box().left() / LEVEL), none -> List.of()));
            }
            above.put(Math.round(row.get(0).box().left() / LEVEL), row);
        }
    }

    String label(Found tick) {
        return label.get(tick);
    }

    String group(Found tick) {
        return group.get(tick);
    }

    private void row(List<Found> row) {
        Found first = row.get(0);
        String before = labels.left(first.box());
        boolean labelsOnLeft = labels.right(row.get(row.size() - 1).box()).isEmpty() && !before.isEmpty();
        for (Found tick : row) {
            String beside = labelsOnLeft ? labels.left(tick.box()) : labels.right(tick.box());
            label.put(tick, beside.isEmpty() ? labels.above(tick.box()) : beside);
            group.put(tick, labelsOnLeft ? "" : before);
        }
    }

    /** A row below one that begins at the same place belongs to it; the first one to a line that ends in a colon. */
    private void column(List<Found> row, List<Found> above) {
        Box box = row.get(0).box();
        boolean goesOn = !above.isEmpty() && box.top() - above.get(0).box().bottom() < NEXT_ROW;
        String head = labels.lineAbove(box, 20).strip();
        String common = "";
        if (head.endsWith(":") || head.endsWith("?")) {
            common = NearLabel.plain(head);
        } else if (goesOn) {
            common = group.get(above.get(0));
        }
        for (Found tick : row) {
            group.put(tick, common);
        }
    }

    /** Ticks at one height that no other place stands between. */
    private static List<List<Found>> rows(List<Found> places) {
        List<Found> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparing((Found place) -> Math.round(place.box().middleY() / LEVEL))
                .thenComparing(place -> place.box().left()));
        List<List<Found>> rows = new ArrayList<>();
        List<Found> row = new ArrayList<>();
        Found last = null;
        for (Found place : sorted) {
            boolean level = last != null
                    && Math.abs(last.box().middleY() - place.box().middleY()) < LEVEL
                    && place.box().left() > last.box().left();
            if (!row.isEmpty() && (!level || !place.isTick())) {
                rows.add(row);
                row = new ArrayList<>();
            }
            if (place.isTick()) {
                row.add(place);
            }
            last = place;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }
}
