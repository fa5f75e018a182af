package dev.docket.history;

import dev.docket.history.HistoryRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a run leaves behind: its figures to read, its violations and samples to be checked again. */
final class Report {
    private static final Path KEPT = Path.of("target", "history");

    private Report() {}

    static void write(HistorySettings settings, Outcome outcome, Mutants mutants) throws IOException {
        List<Violation> violations = outcome.findings().violations();
        HistoryFile.write(
                KEPT.resolve("violations.jsonl"),
                violations.stream().map(Violation::history).toList());
        HistoryFile.write(KEPT.resolve("samples.jsonl"), outcome.findings().samples());
        String text =
                figures(settings, outcome) + "\n" + outcome.findings() + "\n" + outcome.tally() + "\n" + mutants + "\n";
        for (Violation violation : violations) {
            text += "\n" + violation;
        }
        Files.writeString(KEPT.resolve("report.txt"), text);
        System.out.println(text);
    }

    private static String figures(HistorySettings settings, Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%s%n%d calls on %d jobs in %.1f s (%.0f a second), %d services killed",
                settings,
                outcome.calls(),
                outcome.jobs(),
                outcome.seconds(),
                outcome.calls() / outcome.seconds(),
                outcome.kills());
    }
}
