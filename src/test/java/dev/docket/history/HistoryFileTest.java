package dev.docket.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    Path directory;

    @Test
    void histories_come_back_from_a_file_as_they_were() {
        Path file = directory.resolve("kept").resolve("histories.jsonl");
        List<JobHistory> histories = LongStream.range(0, 20)
                .mapToObj(seed -> SimulatedJob.of(seed, Fault.NONE).history())
                .toList();

        HistoryFile.write(file, histories);

        assertThat(HistoryFile.read(file)).isEqualTo(histories);
    }

    /** For the violations that a run has left: {@code -Dhistory.file=target/history/violations.jsonl}. */
    @Test
    @EnabledIfSystemProperty(named = "history.file", matches = ".+")
    void a_kept_file_is_checked_again() {
        assertThat(HistoryFile.read(Path.of(System.getProperty("history.file"))))
                .allSatisfy(history -> assertThat(CheckHistory.check(history)).isEmpty());
    }
}
