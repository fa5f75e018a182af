package dev.docket.hostile;

import dev.docket.hostile.HostileRun.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The table of docs/hostile-documents.md. */
final class HostilePage {
    private static final Path PAGE = Path.of("docs", "hostile-documents.md");

    private HostilePage() {}

    static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Document |") && !line.startsWith("| ---"))
                .toList();
    }

    static String row(HostileDocument document, List<Ended> read, List<Ended> edited) {
        return "| " + document.title() + " | " + outcomes(read) + " | " + outcomes(edited) + " |";
    }

    static String title(String row) {
        return row.substring(2, row.indexOf(" |", 2));
    }

    private static String outcomes(List<Ended> ended) {
        return ended.stream().map(Ended::outcome).distinct().sorted().collect(Collectors.joining(", "));
    }
}
