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

    long letters() {
        return text.chars().filter(Character::isLetter).count();
    }

    int words() {
        return text.split(" ").length;
    }
}
