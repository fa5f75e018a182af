package dev.docket.endpoint.ocr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Has an installed Tesseract read pictures, one after the other. */
final class RunTesseract implements OcrEngine {
    /** The rows of its table that are words; the others are what words are grouped in. */
    private static final String WORD = "5";

    private static final int LEFT = 6;
    private static final int TOP = 7;
    private static final int WIDTH = 8;
    private static final int HEIGHT = 9;
    private static final int TEXT = 11;

    private final String command;
    private final String languages;
    private final Duration pageTime;

    RunTesseract(String command, String languages, Duration pageTime) {
        this.command = command;
        this.languages = languages;
        this.pageTime = pageTime;
    }

    @Override
    public List<List<Recognized>> read(List<Path> pictures, Path scratch) throws IOException, InterruptedException {
        List<List<Recognized>> read = new ArrayList<>();
        Path table = scratch.resolve("table.tsv");
        for (Path picture : pictures) {
            RunProcess.run(
                    List.of(command, picture.toString(), "stdout", "-l", languages, "tsv"), scratch, table, pageTime);
            read.add(words(Files.readAllLines(table, StandardCharsets.UTF_8)));
        }
        return read;
    }

    private static List<Recognized> words(List<String> rows) {
        List<Recognized> words = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            if (cells.length > TEXT && cells[0].equals(WORD) && !cells[TEXT].isBlank()) {
                float left = Float.parseFloat(cells[LEFT]);
                float top = Float.parseFloat(cells[TOP]);
                float right = left + Float.parseFloat(cells[WIDTH]);
                float bottom = top + Float.parseFloat(cells[HEIGHT]);
                words.add(new Recognized(cells[TEXT].strip(), left, top, right, bottom));
            }
        }
        return words;
    }
}
