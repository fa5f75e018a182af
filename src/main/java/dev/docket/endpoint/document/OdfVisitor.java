package dev.docket.endpoint.document;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Understands the elements of OpenDocument texts and slides that hold text, tables and breaks. */
final class OdfVisitor implements WalkXml.Visitor {
    private static final int MOST_REPEATED = 1000;

    private final Flow flow;
    private final Set<String> breakingStyles = new HashSet<>();
    private String style = "";
    private int paragraphs;
    private int repeated = 1;
    private boolean firstSlide = true;

    OdfVisitor(Flow flow) {
        this.flow = flow;
    }

    @Override
    public boolean open(String name, XMLStreamReader at) {
        switch (name) {
            case "style" -> style = String.valueOf(WalkXml.attribute(at, "name"));
            case "paragraph-properties" -> learnStyle(WalkXml.attribute(at, "break-before"));
            case "p", "h" -> openParagraph(WalkXml.attribute(at, "style-name"));
            case "s" -> flow.text(" ".repeat(WalkXml.count(at, "c", MOST_REPEATED)));
            case "tab" -> flow.text("\t");
            case "line-break" -> flow.text("\n");
            case "soft-page-break" -> flow.breakPage();
            case "page" -> openSlide();
            case "table" -> flow.openTable();
            case "table-cell", "covered-table-cell" ->
                repeated = WalkXml.count(at, "number-columns-repeated", MOST_REPEATED);
            // What a reader of the document does not see in it.
            case "tracked-changes", "annotation", "notes", "forms" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    @Override
    public void close(String name) {
        switch (name) {
            case "p", "h" -> {
                paragraphs--;
                flow.endParagraph();
            }
            case "table-cell", "covered-table-cell" -> {
                flow.closeCell();
                flow.emptyCells(repeated - 1);
                repeated = 1;
            }
            case "table-row" -> flow.closeRow();
            case "table" -> flow.closeTable();
            default -> {}
        }
    }

    @Override
    public void text(String text) {
        if (paragraphs > 0) {
            flow.text(text);
        }
    }

    private void learnStyle(String breakBefore) {
        if ("page".equals(breakBefore)) {
            breakingStyles.add(style);
        }
    }

    private void openParagraph(String styleName) {
        paragraphs++;
        if (breakingStyles.contains(styleName)) {
            flow.breakPage();
        }
    }

    private void openSlide() {
        if (!firstSlide) {
            flow.endPage();
        }
        firstSlide = false;
    }
}
