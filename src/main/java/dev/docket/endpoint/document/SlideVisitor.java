package dev.docket.endpoint.document;

import javax.xml.stream.XMLStreamReader;

/** Understands the elements of DrawingML that hold text and tables. */
final class SlideVisitor implements WalkXml.Visitor {
    private final Flow flow;
    private boolean inText;

    SlideVisitor(Flow flow) {
        this.flow = flow;
    }

    @Override
    public boolean open(String name, XMLStreamReader at) {
        switch (name) {
            case "t" -> inText = true;
            case "br" -> flow.text("\n");
            case "tbl" -> flow.openTable();
            case "Fallback" -> {
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
            case "p" -> flow.closeParagraph();
            case "tc" -> flow.closeCell();
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
}
