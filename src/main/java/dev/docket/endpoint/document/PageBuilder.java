package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.List;

/** Gathers blocks into pages while a document is read from its beginning to its end. */
final class PageBuilder {
    private final Allowance allowance;
    private final List<Page> pages = new ArrayList<>();
    private List<Block> blocks = new ArrayList<>();

    PageBuilder(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Adds a line, or several where the text has line breaks; blank text only parts what stands around it. */
    void text(String text) {
        allowance.text(text.length());
        addText(text);
    }

    /** Like {@link #text}, for text that the allowance has counted already. */
    void addText(String text) {
        for (String line : text.split("\r\n|[\r\n\u000b\u0085\u2028\u2029]", -1)) {
            blocks.add(new Block.Line(line.stripTrailing()));
        }
    }

    void table(List<List<String>> rows) {
        for (List<String> row : rows) {
            allowance.cells(row.size());
            row.forEach(cell -> allowance.text(cell.length()));
        }
        addTable(rows);
    }

    /** Like {@link #table}, for cells that the allowance has counted already. */
    void addTable(List<List<String>> rows) {
        if (!rows.stream().allMatch(List::isEmpty)) {
            blocks.add(new Block.Table(List.copyOf(rows)));
        }
    }

    /** Whether anything can be seen on the page that is being filled. */
    boolean hasContent() {
        return !blocks.stream().allMatch(PageBuilder::isBlank);
    }

    /** Ends the page, even when nothing stands on it. */
    void endPage() {
        allowance.page();
        pages.add(hasContent() ? new Page(List.copyOf(blocks)) : Page.BLANK);
        blocks = new ArrayList<>();
    }

    /** All pages; what is gathered since the last page ended makes one more. */
    List<Page> pages() {
        if (!blocks.isEmpty() || pages.isEmpty()) {
            endPage();
        }
        return List.copyOf(pages);
    }

    private static boolean isBlank(Block block) {
        return block instanceof Block.Line line && line.text().isBlank();
    }
}
