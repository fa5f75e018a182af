package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.List;

/** Finds tables without lines in a region: rows one below the other whose segments stand in the same columns. */
final class AlignedTables {
    /** Rows further apart than this many font sizes do not belong to one table. */
    private static final float FURTHEST = 3f;

    /** A lone segment nearer than this many font sizes under a cell is that cell's next line. */
    private static final float NEXT_LINE = 1.6f;

    private AlignedTables() {}

    static List<Block> find(List<Row> rows) {
        List<Block> blocks = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            AlignedTable table = grow(rows, at);
            if (table.isTable()) {
                blocks.add(table.block());
                at += table.taken();
            } else {
                addRow(blocks, rows.get(at++));
            }
        }
        return blocks;
    }

    private static AlignedTable grow(List<Row> rows, int start) {
        AlignedTable table = new AlignedTable();
        Row above = null;
        for (int at = start; at < rows.size(); at++) {
            WorkStopped.check();
            Row row = rows.get(at);
            float step = above == null ? 0 : (row.box().bottom() - above.box().bottom()) / row.size();
            if (row.holdsTable() || row.hasLeader()) {
                break;
            }
            boolean accepted = row.segments().size() == 1
                    ? step <= NEXT_LINE && table.extend(row, hasMore(rows, at))
                    : step <= FURTHEST && table.add(row);
            if (!accepted) {
                break;
            }
            above = row;
        }
        return table;
    }

    private static boolean hasMore(List<Row> rows, int at) {
        return at + 1 < rows.size() && rows.get(at + 1).segments().size() > 1;
    }

    private static void addRow(List<Block> blocks, Row row) {
        if (!row.holdsTable()) {
            blocks.add(row.line());
            return;
        }
        for (Segment segment : row.segments()) {
            blocks.add(segment.table() != null ? segment.table() : new Block.Line(segment.text(), segment.box()));
        }
    }
}
