package dev.docket.endpoint.document;

import javax.xml.stream.XMLStreamReader;

/** Gathers the cells of a sheet, as Excel shows them. */
final class XlsxCells implements WalkXml.Visitor {
    /** Columns that a sheet can have. */
    private static final int MOST = 16_384;

    private final XlsxTexts texts;
    private final XlsxFormats formats;
    private final SheetBuilder sheet;
    private final StringBuilder value = new StringBuilder();
    private int column = -1;
    private String type;
    private String style;
    private boolean within;

    XlsxCells(XlsxTexts texts, XlsxFormats formats, SheetBuilder sheet) {
        this.texts = texts;
        this.formats = formats;
        this.sheet = sheet;
    }

    @Override
    public boolean open(String name, XMLStreamReader at) {
        if (name.equals("c")) {
            column = column(WalkXml.attribute(at, "r"), column + 1);
            type = String.valueOf(WalkXml.attribute(at, "t"));
            style = WalkXml.attribute(at, "s");
            value.setLength(0);
        }
        // In a cell: its value, or its own text.
        within = name.equals("v") || name.equals("t");
        return !name.equals("rPh");
    }

    @Override
    public void close(String name) {
        within = false;
        if (name.equals("c") && !value.isEmpty()) {
            sheet.cell(column, shown(value.toString()));
        } else if (name.equals("row")) {
            sheet.endRow();
            column = -1;
        }
    }

    @Override
    public void text(String text) {
        if (within) {
            value.append(text);
        }
    }

    private String shown(String stored) {
        return switch (type) {
            case "s" -> texts.byNumber(stored.strip());
            case "str", "inlineStr" -> stored;
            case "b" -> stored.strip().equals("0") ? "FALSE" : "TRUE";
            case "e" -> "ERROR:" + stored;
            default -> formats.shown(stored.strip(), style);
        };
    }

    /** The column of a reference as {@code BC12}; without one a cell stands beside the last. */
    private static int column(String reference, int next) {
        if (reference == null || !reference.matches("[A-Z]{1,3}\\d+")) {
            return next;
        }
        int column = 0;
        for (int i = 0; Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return Math.min(column, MOST) - 1;
    }
}
