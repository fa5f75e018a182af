package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** Gathers the texts that the cells of a workbook share. How a text is pronounced is not part of it. */
final class XlsxTexts implements WalkXml.Visitor {
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean within;

    /** The text that a cell refers to by this number, or null. */
    String byNumber(String number) {
        if (!number.matches("\\d{1,9}")) {
            return null;
        }
        int at = Integer.parseInt(number);
        return at < texts.size() ? texts.get(at) : null;
    }

    @Override
    public boolean open(String name, XMLStreamReader at) {
        within = name.equals("t");
        return !name.equals("rPh");
    }

    @Override
    public void close(String name) {
        within = false;
        if (name.equals("si")) {
            texts.add(text.toString());
            text.setLength(0);
        }
    }

    @Override
    public void text(String part) {
        if (within) {
            text.append(part);
        }
    }
}
