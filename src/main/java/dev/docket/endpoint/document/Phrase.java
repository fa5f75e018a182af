package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of one line that stand close together: the content of a cell, a label, a line of running text.
 *
 * @param size height of the font in points
 * @param edges where each word begins and ends, two numbers a word; kept so because a document may have millions
 */
public record Phrase(String text, Box box, float size, float[] edges) {
    /** The words with their places. In text that runs right to left and left to right a place may be a neighbour's. */
    public List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            int at = 2 * words.size();
            boolean known = at + 1 < edges.length;
            float left = known ? edges[at] : box.left();
            float right = known ? edges[at + 1] : box.right();
            words.add(new Word(word, new Box(left, box.top(), right, box.bottom())));
        }
        return words;
    }
}
