package dev.docket.endpoint.local;

/**
 * Words of one line that stand close together, or a table that was found by its lines.
 *
 * @param text the words, empty for a table
 * @param size height of the font
 * @param table the table, or null
 */
record Segment(String text, Box box, float size, Block.Table table) {
    long letters() {
        return text.chars().filter(Character::isLetter).count();
    }

    int words() {
        return text.split(" ").length;
    }
}
