package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same by an installed Tesseract, on machines that have one. */
class TesseractTest {
    @Test
    void an_image_is_read_by_an_installed_tesseract() {
        assumeTrue(isInstalled(), "no tesseract on the path");
        byte[] image = ScanPaper.png(ScanPaper.of("Invoice number: INV-2026-0042", "Total due: EUR 26.50"));
        try (Parsing parsing = new Parsing(Map.of("docket.local.ocr.engine", "tesseract"))) {
            assertThat(parsing.text("a.png", "image/png", image))
                    .contains("2026-0042")
                    .contains("26.50");
        }
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "tesseract")));
    }
}
