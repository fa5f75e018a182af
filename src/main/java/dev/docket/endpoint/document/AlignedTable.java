package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A table that grows row by row as long as every segment fits one of its columns. */
final class AlignedTable {
    private static final class Column {
        private float left;
        private float right;
        private int cells;

        private Column(Box box) {
            left = box.left();
            right = box.right();
        }

        private boolean meets(Box box) {
            return box.left() < right && box.right() > left;
        }

        private void take(Box box) {
            left = Math.min(left, box.left());
            right = Math.max(right, box.right());
        }
    }

    private record Cell(Column column, StringBuilder text) {}

    private static final int ENOUGH = 3;

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private Box box;
    private int taken;

    /** Takes a row of several segments, unless one of them would join two columns or two of them one. */
    boolean add(Row row) {
        List<Column> places = row.segments().stream().map(this::place).toList();
        boolean fits = !places.contains(null) && places.stream().distinct().count() == places.size();
        if (!fits || rows.size() >= 2 && places.stream().noneMatch(columns::contains)) {
            return false;
        }
        if (rows.size() >= ENOUGH && isLabelled(row) && !columns.containsAll(places)) {
            return false;
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Column column = places.get(i);
            column.take(row.segments().get(i).box());
            column.cells++;
            cells.add(new Cell(column, new StringBuilder(row.segments().get(i).text())));
        }
        places.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        rows.add(cells);
        taken(row);
        return true;
    }

    /** A label with its value below a table, where the table has no column, is not of it. */
    private static boolean isLabelled(Row row) {
        return row.segments().size() == 2 && row.segments().get(0).text().endsWith(":");
    }

    /** Takes a row of one segment as the next line of the cell above it; in the first column only amid a table. */
    boolean extend(Row row, boolean more) {
        Segment segment = row.segments().get(0);
        if (rows.isEmpty()) {
            return false;
        }
        Column column = place(segment);
        Cell above = rows.get(rows.size() - 1).stream()
                .filter(cell -> cell.column == column)
                .findFirst()
                .orElse(null);
        if (above == null || isFirst(column) && !more) {
            return false;
        }
        column.take(segment.box());
        above.text.append(' ').append(segment.text());
        taken(row);
        return true;
    }

    boolean isTable() {
        boolean enough = columns.size() >= 3 ? rows.size() >= 2 : rows.size() >= 4;
        return columns.size() >= 2
                && enough
                && columns.stream().filter(column -> column.cells >= 2).count() >= 2
                && columns.stream().noneMatch(this::isLabels);
    }

    int taken() {
        return taken;
    }

    Block.Table block() {
        columns.sort(Comparator.comparingDouble(column -> column.left));
        return new Block.Table(JoinHeads.join(rows.stream().map(this::texts).toList()), box);
    }

    private List<String> texts(List<Cell> cells) {
        String[] texts = new String[columns.size()];
        IntStream.range(0, texts.length).forEach(i -> texts[i] = "");
        cells.forEach(cell -> texts[columns.indexOf(cell.column)] = cell.text.toString());
        return List.of(texts);
    }

    /** The column the segment stands in, a new one if it meets none, null if it meets several. */
    private Column place(Segment segment) {
        List<Column> met =
                columns.stream().filter(column -> column.meets(segment.box())).toList();
        return switch (met.size()) {
            case 0 -> new Column(segment.box());
            case 1 -> met.get(0);
            default -> null;
        };
    }

    /** Labels that end in colons, with values beside them, are a form and read better as lines. */
    private boolean isLabels(Column column) {
        long labels = rows.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.column == column && cell.text.charAt(cell.text.length() - 1) == ':')
                .count();
        return 2 * labels > column.cells;
    }

    private boolean isFirst(Column column) {
        return columns.stream().noneMatch(other -> other.left < column.left);
    }

    private void taken(Row row) {
        taken++;
        box = box == null ? row.box() : box.join(row.box());
    }
}
