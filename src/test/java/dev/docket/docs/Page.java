package dev.docket.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A page of the documentation, by the rows of its tables. */
final class Page {
    private final List<List<String>> rows;

    private Page(List<List<String>> rows) {
        this.rows = rows;
    }

    static Page read(String name) {
        try {
            return new Page(Files.readAllLines(Path.of("docs", name)).stream()
                    .filter(line -> line.startsWith("| "))
                    .map(Page::cells)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows that start with these cells. */
    List<List<String>> rowsOf(String... start) {
        return rows.stream()
                .filter(row -> row.size() > start.length
                        && row.subList(0, start.length).equals(Arrays.asList(start)))
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1))
                .skip(1)
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}
