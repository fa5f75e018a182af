package dev.docket.history;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Histories kept to be looked at and checked again: one a line, as JSON. */
final class HistoryFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);

    private HistoryFile() {}

    static void write(Path file, List<JobHistory> histories) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, histories.stream().map(HistoryFile::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JobHistory> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(HistoryFile::history).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(JobHistory history) {
        try {
            return JSON.writeValueAsString(history);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JobHistory history(String line) {
        try {
            return JSON.readValue(line, JobHistory.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
