package parse;

import java.util.List;

/**
 * A document with what it says.
 *
 * @param layout how it is set
 * @param words all its words as a reader reads them, without heads, feet and page numbers
 * @param rows of its tables, cell by cell
 */
record Sample(String layout, String filename, byte[] bytes, List<String> words, List<List<String>> rows) {}
