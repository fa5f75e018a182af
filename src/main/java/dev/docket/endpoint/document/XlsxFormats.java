package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;

/** Gathers how the cells of a workbook show their numbers and dates. */
final class XlsxFormats implements WalkXml.Visitor {
    private final DataFormatter formatter = new DataFormatter(Locale.US);
    private final Map<Integer, String> patterns = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean ofCells;

    /**
     * A number as Excel shows it; what is no number, or has a pattern that is none, as it is.
     *
     * @param style that the cell has, by its number; the first one if it says nothing
     */
    String shown(String value, String style) {
        Integer format = format(style == null ? "0" : style);
        String pattern = format == null ? null : patterns.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format));
        if (pattern == null) {
            return value;
        }
        try {
            return formatter.formatRawCellContents(Double.parseDouble(value), format, pattern);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unusual) {
            return value;
        }
    }

    private Integer format(String style) {
        int at = style.matches("\\d{1,9}") ? Integer.parseInt(style) : Integer.MAX_VALUE;
        return at < styles.size() ? styles.get(at) : null;
    }

    @Override
    public boolean open(String name, XMLStreamReader at) {
        switch (name) {
            case "numFmt" -> patterns.put(WalkXml.number(at, "numFmtId"), WalkXml.attribute(at, "formatCode"));
            case "cellXfs" -> ofCells = true;
            case "xf" -> {
                if (ofCells) {
                    styles.add(WalkXml.number(at, "numFmtId"));
                }
            }
            default -> {}
        }
        // Those of conditions and of tables have numbers of their own.
        return !name.equals("dxfs");
    }

    @Override
    public void close(String name) {
        ofCells &= !name.equals("cellXfs");
    }

    @Override
    public void text(String text) {}
}
