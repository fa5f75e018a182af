package dev.docket.store;

import java.util.List;

/** Writes a list of texts the way PostgreSQL reads an array, for arrays within arrays, which parameters cannot carry. */
final class TextArray {
    private TextArray() {}

    /** Null for an empty list, which is stored as no array at all. */
    static String literal(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        StringBuilder literal = new StringBuilder("{");
        for (String text : texts) {
            literal.append(literal.length() == 1 ? "\"" : ",\"");
            literal.append(text.replace("\\", "\\\\").replace("\"", "\\\""));
            literal.append('"');
        }
        return literal.append('}').toString();
    }
}
