package made;

import java.util.List;

/**
 * A part of a document that was made up.
 *
 * @param form title, heading, pairs, table or text
 * @param text of a title, a heading or a text
 * @param rows of a table, the first its head; of pairs a label and a value each
 */
public record Piece(Form form, String text, List<List<String>> rows) {
    public enum Form {
        TITLE,
        HEADING,
        PAIRS,
        TABLE,
        TEXT
    }
}
