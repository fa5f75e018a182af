package dev.docket.endpoint.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns what a page draws into blocks in reading order. */
final class LayOutPage {
    private LayOutPage() {}

    static Page layOut(CapturedPage captured) {
        RuledTables ruled = new RuledTables(captured);
        List<Row> rows = new ArrayList<>(GatherRows.gather(ruled.rest()));
        ruled.tables().forEach(table -> rows.add(asRow(table)));
        rows.sort(Comparator.comparingDouble(row -> row.box().top()));
        List<Block> blocks = new ArrayList<>();
        for (List<Row> region : ReadingOrder.of(rows)) {
            blocks.addAll(AlignedTables.find(region));
        }
        // Text that runs another way, as a stamp on the margin, has no place among the lines and follows them.
        for (List<Glyph> turned : captured.turned()) {
            GatherRows.gather(turned).forEach(row -> blocks.add(row.line()));
        }
        return new Page(List.copyOf(blocks));
    }

    private static Row asRow(Block.Table table) {
        return new Row(List.of(new Segment("", table.box(), 1, table)));
    }
}
