package dev.docket.endpoint.document;

/**
 * Words of one line that stand close together, or a table that was found by its lines.
 *
 * @param text the words, empty for a table
 * @param size height of the font
 * @param edges where each word begins and ends, two numbers a word
 * @param table the table, or null
 */
record Segment(String text, Box box, float size, float[] edges, Block.Table table) {
    static Segment of(Block.Table table) {
        return new Segment("", table.box(), 1, new float[0], table);
    }

    Phrase phrase() {
        return new Phrase(text, box, size, edges);
    }

    int letters() {
        int letters = 0;
        for (int at = 0; at < text.length(); at++) {
            letters += Character.isLetter(text.charAt(at)) ? 1 : 0;
        }
        return letters;
    }

    int words() {
        int words = 1;
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            words++;
        }
        return words;
    }
}
