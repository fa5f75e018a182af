package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Turns what a page draws into blocks in reading order. */
final class LayOutPage {
    private LayOutPage() {}

    static Page layOut(CapturedPage captured) {
        RuledTables ruled = new RuledTables(captured);
        List<Row> gathered = GatherRows.gather(ruled.rest());
        List<Row> rows = new ArrayList<>(gathered);
        ruled.tables().forEach(table -> rows.add(asRow(table)));
        rows.sort(Comparator.comparingDouble(row -> row.box().top()));
        List<Block> blocks = new ArrayList<>();
        for (List<Row> region : ReadingOrder.of(rows)) {
            blocks.addAll(AlignedTables.find(region));
        }
        // Text that runs another way, as a stamp on the margin, has no place among the lines and follows them.
        List<Row> turned = captured.turned().stream()
                .flatMap(glyphs -> GatherRows.gather(glyphs).stream())
                .toList();
        turned.forEach(row -> blocks.add(row.line()));
        return new Page(List.copyOf(blocks), layout(captured, gathered, ruled.inTables(), turned));
    }

    private static Layout layout(CapturedPage captured, List<Row> rows, List<Segment> inTables, List<Row> turned) {
        Stream<Segment> outside = rows.stream().flatMap(row -> row.segments().stream());
        List<Line> lines = new ArrayList<>(GatherLines.gather(
                Stream.concat(outside, inTables.stream()).map(Segment::phrase).toList()));
        turned.forEach(row ->
                lines.add(new Line(row.segments().stream().map(Segment::phrase).toList())));
        Upright frame = captured.frame();
        return new Layout(frame.width(), frame.height(), lines, captured.rulings(), captured.fields());
    }

    private static Row asRow(Block.Table table) {
        return new Row(List.of(Segment.of(table)));
    }
}
