package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Finds tables that no reader took for one: below a line whose phrases are names of what is asked for. */
final class FindHeadedRows {
    private static final double FITS = 0.6;
    private static final float FURTHEST = 4;
    private static final int MOST_LONE_LINES = 4;

    private final Scene scene;
    private final List<Target> targets;

    FindHeadedRows(Scene scene, List<Target> targets) {
        this.scene = scene;
        this.targets = targets;
    }

    List<TableView> find() {
        List<TableView> tables = new ArrayList<>();
        for (int page = 0; page < scene.pages.count(); page++) {
            List<List<Bit>> lines = scene.pages.lines(page);
            for (int at = 0; at < lines.size(); at++) {
                WorkStopped.check();
                if (isHead(lines.get(at))) {
                    TableView table = below(lines, at, page);
                    add(table, tables);
                    at += Math.max(0, table.rows().size() - 2);
                }
            }
        }
        return tables;
    }

    private boolean isHead(List<Bit> line) {
        if (line.size() < 2) {
            return false;
        }
        long named = line.stream().filter(this::isName).count();
        return named >= 2 && 2 * named >= line.size();
    }

    private boolean isName(Bit bit) {
        if (bit.text().length() > 40 || !scene.vocabulary.isLabel(bit.text())) {
            return false;
        }
        Label label = Vocabulary.label(bit.text());
        return targets.stream()
                .anyMatch(target -> target.names().stream()
                        .anyMatch(name -> name.weight()
                                        * scene.match.score(
                                                name.label(),
                                                target.around(),
                                                label,
                                                Label.NONE,
                                                new Label(java.util.Set.of("amount", "date")))
                                > FITS));
    }

    private TableView below(List<List<Bit>> lines, int head, int page) {
        List<Bit> columns = lines.get(head);
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Bit::text).toList());
        float bottom = columns.get(0).box().bottom();
        int lone = 0;
        for (int at = head + 1; at < lines.size(); at++) {
            List<Bit> line = lines.get(at);
            Box box = line.get(0).box();
            if (box.top() - bottom > FURTHEST * box.height() || isHead(line)) {
                break;
            }
            String[] row = place(line, columns);
            lone = line.size() < 2 ? lone + 1 : 0;
            if (row == null || lone > MOST_LONE_LINES) {
                break;
            }
            rows.add(List.of(row));
            bottom = box.bottom();
        }
        return new TableView(rows, Label.NONE, page);
    }

    /** Null when a phrase runs over several columns, as text below a table does. */
    private static String[] place(List<Bit> line, List<Bit> columns) {
        String[] row = new String[columns.size()];
        java.util.Arrays.fill(row, "");
        for (Bit bit : line) {
            int column = column(bit.box(), columns);
            if (column < 0) {
                return null;
            }
            row[column] = row[column].isEmpty() ? bit.text() : row[column] + " " + bit.text();
        }
        return row;
    }

    private static int column(Box box, List<Bit> columns) {
        int best = -1;
        float nearest = Float.MAX_VALUE;
        int met = 0;
        for (int at = 0; at < columns.size(); at++) {
            Box head = columns.get(at).box();
            met += box.left() < head.right() && box.right() > head.left() ? 1 : 0;
            float edges = Math.min(
                    Math.abs(box.left() - head.left()),
                    Math.min(Math.abs(box.right() - head.right()), Math.abs(box.middleX() - head.middleX())));
            if (edges < nearest) {
                nearest = edges;
                best = at;
            }
        }
        return met > 2 ? -1 : best;
    }

    private static void add(TableView table, List<TableView> tables) {
        if (table.rows().size() < 2) {
            return;
        }
        TableView last = tables.isEmpty() ? null : tables.get(tables.size() - 1);
        if (last != null
                && last.page() < table.page()
                && last.rows().get(0).equals(table.rows().get(0))) {
            List<List<String>> rows = new ArrayList<>(last.rows());
            rows.addAll(table.rows().subList(1, table.rows().size()));
            tables.set(tables.size() - 1, new TableView(rows, last.above(), table.page()));
        } else {
            tables.add(table);
        }
    }
}
