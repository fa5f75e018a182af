package dev.docket.endpoint.document;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a page, in reading order. */
public sealed interface Block {
    /** Where it stands, or null for formats that are only laid out when they are shown. */
    Box box();

    String text();

    /** A line as the page shows it, or a paragraph where the format has no lines. */
    record Line(String text, Box box) implements Block {
        Line(String text) {
            this(text, null);
        }
    }

    /** Rows of cells; the first row is shown as the head. Rows may differ in length. */
    record Table(List<List<String>> rows, Box box) implements Block {
        Table(List<List<String>> rows) {
            this(rows, null);
        }

        public int columns() {
            return rows.stream().mapToInt(List::size).max().orElse(0);
        }

        @Override
        public String text() {
            return rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
        }
    }
}
