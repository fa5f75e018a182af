package dev.docket.endpoint.local.generate;

import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import java.util.List;

/** Finds what a table is called: by the line above it if that looks like a title, else by what its columns are. */
final class TitleTable {
    private static final int LONGEST = 40;
    private static final int MOST_WORDS = 4;

    private TitleTable() {}

    static String title(String above, List<String> columns) {
        String line = above.replaceAll("[:\\s]+$", "");
        boolean title = !line.isEmpty()
                && line.length() <= LONGEST
                && line.split("\\s+").length <= MOST_WORDS
                && line.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-' || c == '/')
                && Character.isLetter(line.charAt(0))
                && !line.contains("  ");
        if (title) {
            return line;
        }
        boolean items = columns.stream().map(Vocabulary::label).anyMatch(TitleTable::isOfItems);
        return items ? "Line items" : "Entries";
    }

    private static boolean isOfItems(Label label) {
        return label.has("quantity") || label.has("price") || label.has("item");
    }
}
