package dev.docket.endpoint.document;

import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** Understands the elements of an OpenDocument spreadsheet; cells and rows that repeat are stored once. */
final class OdsVisitor implements WalkXml.Visitor {
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;

    private final Allowance allowance;
    private final PageBuilder pages;
    private SheetBuilder sheet;
    private String name = "";
    private final StringBuilder text = new StringBuilder();
    private int column;
    private int columns = 1;
    private int rows = 1;
    private int paragraphs;

    OdsVisitor(Allowance allowance) {
        this.allowance = allowance;
        pages = new PageBuilder(allowance);
    }

    List<Page> pages() {
        return pages.pages();
    }

    @Override
    public boolean open(String element, XMLStreamReader at) {
        switch (element) {
            case "table" -> {
                sheet = new SheetBuilder(allowance);
                name = String.valueOf(WalkXml.attribute(at, "name"));
            }
            case "table-row" -> {
                rows = WalkXml.count(at, "number-rows-repeated", MOST_ROWS);
                column = 0;
            }
            case "table-cell", "covered-table-cell" -> {
                columns = WalkXml.count(at, "number-columns-repeated", MOST_COLUMNS);
                text.setLength(0);
            }
            case "p" -> {
                paragraphs++;
                text.append(text.isEmpty() ? "" : "\n");
            }
            case "s" -> text.append(' ');
            case "annotation", "tracked-changes", "forms", "shapes" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    @Override
    public void close(String element) {
        switch (element) {
            case "p" -> paragraphs--;
            case "table-cell", "covered-table-cell" -> endCell();
            case "table-row" -> endRow();
            case "table" -> sheet.addTo(pages, name);
            default -> {}
        }
    }

    @Override
    public void text(String characters) {
        if (paragraphs > 0) {
            text.append(characters);
        }
    }

    private void endCell() {
        for (int i = 0; i < columns && !text.isEmpty(); i++) {
            sheet.cell(column + i, text.toString());
        }
        column += columns;
    }

    private void endRow() {
        if (sheet.endRow()) {
            sheet.repeatRow(rows - 1);
        }
    }
}
