package dev.docket.endpoint.ocr;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds the engine that the configuration asks for, if this machine has it. */
public final class FindEngine {
    private FindEngine() {}

    public static Optional<OcrEngine> of(OcrConfig config) {
        return switch (config.engine()) {
            case NONE -> Optional.empty();
            case TESSERACT -> tesseract(config);
            case BUNDLED -> RunBundled.find(config.pageTime());
            case AUTO -> tesseract(config).or(() -> RunBundled.find(config.pageTime()));
        };
    }

    private static Optional<OcrEngine> tesseract(OcrConfig config) {
        return program(config.command())
                .map(command -> new RunTesseract(command.toString(), config.languages(), config.pageTime()));
    }

    private static Optional<Path> program(String command) {
        if (command.contains(File.separator)) {
            return Optional.of(Path.of(command)).filter(Files::isExecutable);
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, command))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
