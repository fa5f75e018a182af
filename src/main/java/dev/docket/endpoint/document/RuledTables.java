package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds tables that are drawn with lines, and takes their glyphs out of the rest of the page. */
final class RuledTables {
    private final List<Block.Table> tables = new ArrayList<>();
    private final List<Segment> inTables = new ArrayList<>();
    private List<Glyph> rest;

    RuledTables(CapturedPage page) {
        rest = page.upright();
        for (List<Ruling> connected : connected(page.rulings())) {
            Grid grid = Grid.of(connected);
            if (grid.isTable()) {
                take(grid);
            }
        }
    }

    List<Block.Table> tables() {
        return tables;
    }

    /** What stands in the cells of the tables, one cell's apart from the next one's. */
    List<Segment> inTables() {
        return inTables;
    }

    List<Glyph> rest() {
        return rest;
    }

    private void take(Grid grid) {
        List<Glyph> inside = rest.stream().filter(glyph -> grid.holds(glyph)).toList();
        List<List<List<Segment>>> segments = FillGrid.fill(grid, inside);
        List<List<String>> cells = segments.stream()
                .map(row -> row.stream().map(RuledTables::text).toList())
                .toList();
        long filledRows = cells.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .count();
        boolean several = cells.stream()
                .anyMatch(row -> row.stream().filter(cell -> !cell.isEmpty()).count() > 1);
        if (filledRows > 1 && several) {
            tables.add(new Block.Table(cells, grid.box()));
            segments.forEach(row -> row.forEach(inTables::addAll));
            rest = rest.stream().filter(glyph -> !grid.holds(glyph)).toList();
        }
    }

    private static String text(List<Segment> cell) {
        return cell.stream().map(Segment::text).collect(Collectors.joining(" "));
    }

    /** Groups lines that touch, directly or through others. */
    static List<List<Ruling>> connected(List<Ruling> rulings) {
        int[] leader = new int[rulings.size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
            for (int j = 0; j < i; j++) {
                if (rulings.get(i).meets(rulings.get(j))) {
                    leader[lead(leader, j)] = lead(leader, i);
                }
            }
            WorkStopped.check();
        }
        Map<Integer, List<Ruling>> groups = new HashMap<>();
        for (int i = 0; i < leader.length; i++) {
            groups.computeIfAbsent(lead(leader, i), none -> new ArrayList<>()).add(rulings.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static int lead(int[] leader, int of) {
        int at = of;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }
}
