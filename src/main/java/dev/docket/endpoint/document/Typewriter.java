package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places the blocks of a page that has no layout as a typewriter would: a line below the other, every character as wide
 * as the next, the columns of a table below each other. What stands beside or below what can then be asked as of a PDF.
 */
final class Typewriter {
    private static final float CHARACTER = 6;
    private static final float LINE = 12;
    private static final float SIZE = 10;
    private static final int WIDEST_COLUMN = 40;
    private static final int COLUMN_GAP = 4;

    /** Of a long table the first and the last rows are placed; those between are entries, not labels. */
    private static final int HEAD_ROWS = 100;

    private static final int TAIL_ROWS = 50;

    private final List<Line> lines = new ArrayList<>();
    private float top;

    List<Line> lines(List<Block> blocks) {
        for (Block block : blocks) {
            WorkStopped.check();
            if (block instanceof Block.Table table) {
                table(table);
            } else {
                List<Phrase> phrases = new ArrayList<>();
                place(block.text(), 0, top, phrases);
                feed(phrases);
            }
        }
        return lines;
    }

    private void feed(List<Phrase> phrases) {
        if (!phrases.isEmpty()) {
            lines.add(new Line(List.copyOf(phrases)));
        }
        top += LINE;
    }

    private void table(Block.Table table) {
        int[] starts = starts(table);
        top += LINE;
        int count = table.rows().size();
        for (int at = 0; at < count; at++) {
            if (at < HEAD_ROWS || at >= count - TAIL_ROWS) {
                row(table.rows().get(at), starts);
            }
        }
        top += LINE;
    }

    /** A row whose cells have several lines takes as many lines. */
    private void row(List<String> row, int[] starts) {
        List<String[]> cells = row.stream().map(cell -> cell.split("\n")).toList();
        int height = cells.stream().mapToInt(cell -> cell.length).max().orElse(0);
        for (int at = 0; at < height; at++) {
            List<Phrase> phrases = new ArrayList<>();
            for (int column = 0; column < cells.size(); column++) {
                String[] cell = cells.get(column);
                if (at < cell.length && !cell[at].isBlank()) {
                    phrases.add(phrase(cell[at].strip(), starts[column], top));
                }
            }
            feed(phrases);
        }
    }

    private static int[] starts(Block.Table table) {
        int[] widths = new int[table.columns()];
        for (List<String> row :
                table.rows().subList(0, Math.min(HEAD_ROWS, table.rows().size()))) {
            for (int column = 0; column < row.size(); column++) {
                int width = Arrays.stream(row.get(column).split("\n"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
                widths[column] = Math.max(widths[column], Math.min(WIDEST_COLUMN, width));
            }
        }
        int[] starts = new int[widths.length];
        for (int column = 1; column < starts.length; column++) {
            starts[column] = starts[column - 1] + widths[column - 1] + COLUMN_GAP;
        }
        return starts;
    }

    /** Parts a line where it has a tab or more than one space. */
    private static void place(String text, int column, float top, List<Phrase> phrases) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !isGap(text, end)) {
                end++;
            }
            String part = text.substring(at, end);
            if (!part.isBlank()) {
                int lead = part.length() - part.stripLeading().length();
                phrases.add(phrase(part.strip(), column + at + lead, top));
            }
            at = end;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }

    private static boolean isGap(String text, int at) {
        boolean more = at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
        return text.charAt(at) == '\t' || Character.isWhitespace(text.charAt(at)) && more;
    }

    private static Phrase phrase(String text, int column, float top) {
        String[] words = text.split(" ");
        float[] edges = new float[2 * words.length];
        int at = column;
        for (int word = 0; word < words.length; word++) {
            edges[2 * word] = CHARACTER * at;
            edges[2 * word + 1] = CHARACTER * (at + words[word].length());
            at += words[word].length() + 1;
        }
        Box box = new Box(CHARACTER * column, top, CHARACTER * (column + text.length()), top + SIZE);
        return new Phrase(text, box, SIZE, edges);
    }
}
