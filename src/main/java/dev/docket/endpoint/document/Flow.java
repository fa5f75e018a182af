package dev.docket.endpoint.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Takes a text as word processors store it, one thing after the other: text, ends of paragraphs, tables within tables,
 * page breaks. A table within a cell becomes part of that cell's text.
 */
final class Flow {
    private static final class OpenTable {
        private final List<List<String>> rows = new ArrayList<>();
        private final List<String> row = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
    }

    private final Allowance allowance;
    private final PageBuilder pages;
    private final Deque<OpenTable> tables = new ArrayDeque<>();
    private final StringBuilder paragraph = new StringBuilder();

    Flow(Allowance allowance) {
        this.allowance = allowance;
        this.pages = new PageBuilder(allowance);
    }

    void text(CharSequence text) {
        allowance.text(text.length());
        paragraph.append(text);
    }

    boolean isAtParagraphStart() {
        return paragraph.isEmpty();
    }

    boolean isInTable() {
        return !tables.isEmpty();
    }

    /** Ends the paragraph, even an empty one, which parts what stands around it. */
    void endParagraph() {
        String text = paragraph.toString();
        paragraph.setLength(0);
        if (tables.isEmpty()) {
            pages.addText(text);
        } else {
            appendToCell(text);
        }
    }

    /** Ends the paragraph if one was begun. */
    void closeParagraph() {
        if (!paragraph.isEmpty()) {
            endParagraph();
        }
    }

    void openTable() {
        closeParagraph();
        allowance.depth(tables.size());
        tables.push(new OpenTable());
    }

    void closeCell() {
        closeParagraph();
        OpenTable table = tables.element();
        allowance.cells(1);
        table.row.add(table.cell.toString().strip());
        table.cell.setLength(0);
    }

    /** Adds the empty cells that a merged cell stands on besides its first. */
    void emptyCells(int count) {
        allowance.cells(count);
        for (int i = 0; i < count; i++) {
            tables.element().row.add("");
        }
    }

    void closeRow() {
        OpenTable table = tables.element();
        if (!table.row.isEmpty()) {
            table.rows.add(List.copyOf(table.row));
            table.row.clear();
        }
    }

    void closeTable() {
        closeParagraph();
        List<List<String>> rows = tables.pop().rows;
        if (tables.isEmpty()) {
            pages.addTable(rows);
        } else {
            rows.forEach(row -> appendToCell(String.join(" ", row)));
        }
    }

    /** Begins a new page, unless nothing stands on this one yet. A table is not parted. */
    void breakPage() {
        if (tables.isEmpty()) {
            closeParagraph();
            if (pages.hasContent()) {
                pages.endPage();
            }
        }
    }

    /** Ends a page that counts even when it is blank, as a slide does. */
    void endPage() {
        closeParagraph();
        pages.endPage();
    }

    /** All pages, when nothing more comes. */
    List<Page> end() {
        while (!tables.isEmpty()) {
            closeTable();
        }
        closeParagraph();
        return pages.pages();
    }

    private void appendToCell(String text) {
        StringBuilder cell = tables.element().cell;
        if (!text.isBlank()) {
            cell.append(cell.isEmpty() ? "" : "\n").append(text.strip());
        }
    }
}
