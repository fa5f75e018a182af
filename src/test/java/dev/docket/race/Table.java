package dev.docket.race;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads a table written down as text, one line a row with its cells between bars. */
final class Table {
    private Table() {}

    static Stream<List<String>> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList());
    }
}
