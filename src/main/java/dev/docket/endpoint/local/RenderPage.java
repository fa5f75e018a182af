package dev.docket.endpoint.local;

import dev.docket.endpoint.document.Block;
import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.WorkStopped;

/** Writes a page as the text of an answer: its lines, with tables in the asked format between them. */
final class RenderPage {
    /** A gap wider than this many line heights parts paragraphs. */
    private static final float PARAGRAPH = 0.8f;

    private final TableRenderer tables;
    private final StringBuilder text = new StringBuilder();

    private RenderPage(TableRenderer tables) {
        this.tables = tables;
    }

    static String render(Page page, TableRenderer tables) {
        RenderPage render = new RenderPage(tables);
        Block above = null;
        for (Block block : page.blocks()) {
            WorkStopped.check();
            render.add(block, above);
            above = block;
        }
        return render.text.toString().strip();
    }

    private void add(Block block, Block above) {
        if (block instanceof Block.Table table) {
            blankLine();
            tables.render(table, text);
            text.append("\n\n");
        } else if (block instanceof Block.Line line) {
            if (line.text().isBlank() || isApart(line.box(), above)) {
                blankLine();
            }
            text.append(line.text().isBlank() ? "" : line.text() + "\n");
        }
    }

    private void blankLine() {
        if (!text.isEmpty() && !endsBlank()) {
            text.append('\n');
        }
    }

    private boolean endsBlank() {
        int length = text.length();
        return length >= 2 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
    }

    private static boolean isApart(Box box, Block above) {
        if (box == null || above == null || above.box() == null) {
            return false;
        }
        float gap = box.top() - above.box().bottom();
        return gap > PARAGRAPH * box.height() || gap < -2 * box.height();
    }
}
