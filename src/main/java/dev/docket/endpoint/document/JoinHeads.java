package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts heads over their columns. Where a head is set to the left of a column and its numbers to the right, none of them
 * may stand below it, and both look like columns of their own.
 */
final class JoinHeads {
    private static final int FEWEST_ROWS = 2;

    private JoinHeads() {}

    static List<List<String>> join(List<List<String>> rows) {
        if (rows.size() <= FEWEST_ROWS) {
            return rows;
        }
        List<List<String>> joined =
                rows.stream().<List<String>>map(ArrayList::new).toList();
        for (int column = 0; column + 1 < joined.get(0).size(); column++) {
            boolean before = isHeadAlone(joined, column) && isWithoutHead(joined, column + 1);
            boolean behind = isWithoutHead(joined, column) && isHeadAlone(joined, column + 1);
            if (before || behind) {
                for (List<String> row : joined) {
                    row.set(column, row.get(column) + row.remove(column + 1));
                }
            }
        }
        return joined.stream().map(List::copyOf).toList();
    }

    private static boolean isHeadAlone(List<List<String>> rows, int column) {
        return !rows.get(0).get(column).isEmpty()
                && rows.stream().skip(1).allMatch(row -> row.get(column).isEmpty());
    }

    private static boolean isWithoutHead(List<List<String>> rows, int column) {
        long filled =
                rows.stream().skip(1).filter(row -> !row.get(column).isEmpty()).count();
        return rows.get(0).get(column).isEmpty() && 2 * filled >= rows.size() - 1;
    }
}
