package dev.docket.endpoint.document;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamReader;

/** Understands the elements of WordprocessingML that hold text, tables and breaks. */
final class DocxVisitor implements WalkXml.Visitor {
    private static final int WIDEST_SPAN = 1000;

    private final Flow flow;
    private final Deque<Integer> spans = new ArrayDeque<>();
    private boolean inText;
    private boolean sectionEnds;

    DocxVisitor(Flow flow) {
        this.flow = flow;
    }

    @Override
    public boolean open(String name, XMLStreamReader at) {
        switch (name) {
            case "t" -> inText = true;
            case "tab" -> tab(at);
            case "br", "cr" -> lineBreak(WalkXml.attribute(at, "type"));
            case "noBreakHyphen" -> flow.text("-");
            case "lastRenderedPageBreak" -> flow.breakPage();
            case "pageBreakBefore" -> pageBreakBefore(WalkXml.attribute(at, "val"));
            case "sectPr" -> sectionEnds = true;
            case "type" -> sectionEnds &= !"continuous".equals(WalkXml.attribute(at, "val"));
            case "tbl" -> flow.openTable();
            case "tc" -> spans.push(1);
            case "gridSpan" -> widen(WalkXml.count(at, "val", WIDEST_SPAN));
            // Deleted text, field instructions, and the older twin of a drawing.
            case "delText", "instrText", "Fallback" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    @Override
    public void close(String name) {
        switch (name) {
            case "t" -> inText = false;
            case "p" -> endParagraph();
            case "tc" -> {
                flow.closeCell();
                flow.emptyCells(spans.pop() - 1);
            }
            case "tr" -> flow.closeRow();
            case "tbl" -> flow.closeTable();
            default -> {}
        }
    }

    @Override
    public void text(String text) {
        if (inText) {
            flow.text(text);
        }
    }

    /** A tab in a run has no attributes; one in a paragraph's settings is a tab stop. */
    private void tab(XMLStreamReader at) {
        if (at.getAttributeCount() == 0) {
            flow.text("\t");
        }
    }

    private void lineBreak(String type) {
        if ("page".equals(type)) {
            flow.breakPage();
        } else {
            flow.text("\n");
        }
    }

    private void pageBreakBefore(String value) {
        if (value == null || !value.equals("0") && !value.equals("false")) {
            flow.breakPage();
        }
    }

    private void widen(int span) {
        if (!spans.isEmpty()) {
            spans.pop();
            spans.push(span);
        }
    }

    private void endParagraph() {
        flow.endParagraph();
        if (sectionEnds) {
            sectionEnds = false;
            flow.breakPage();
        }
    }
}
