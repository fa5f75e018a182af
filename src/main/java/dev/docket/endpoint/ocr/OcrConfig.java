package dev.docket.endpoint.ocr;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How text is read from pictures: images, and pages of PDF files that were scanned. */
public interface OcrConfig {
    /**
     * Which engine reads: {@code tesseract}, an installed Tesseract; {@code bundled}, PP-OCR models that come with the
     * service, for Linux on x86-64 with a JVM; {@code none}; or {@code auto}, the first of these that is there. Without
     * one, pictures fail with {@code document_has_no_text_layer}.
     */
    @WithDefault("auto")
    Engine engine();

    /** The Tesseract program, by its name on the path or by its place. */
    @WithDefault("tesseract")
    String command();

    /** The languages Tesseract is told to expect, as it names them, joined by plus signs. Each has to be installed. */
    @WithDefault("eng")
    String languages();

    /** Dots per inch at which scanned pages are drawn to be read. More reads smaller letters, and takes longer. */
    @WithDefault("150")
    int dpi();

    /** Wall-clock time for a page; past it the job fails with {@code ocr_failed}. */
    @WithDefault("60S")
    Duration pageTime();

    /** Pages of a document that may be read from pictures. Default 50; over it: {@code document_too_large}. */
    @WithDefault("50")
    int maxPages();

    /** The engines by their names in the configuration. */
    enum Engine {
        AUTO,
        TESSERACT,
        BUNDLED,
        NONE
    }
}
