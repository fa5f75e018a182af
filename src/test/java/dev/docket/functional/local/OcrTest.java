package dev.docket.functional.local;

import static dev.docket.job.ErrorCode.DOCUMENT_DAMAGED;
import static dev.docket.job.ErrorCode.DOCUMENT_HAS_NO_TEXT_LAYER;
import static dev.docket.job.ErrorCode.DOCUMENT_TOO_LARGE;
import static dev.docket.job.ErrorCode.OCR_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Work;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Images and scanned pages, read by the engine that comes with the service. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class OcrTest {
    private static final String PNG = "image/png";
    private static final String PDF = "application/pdf";
    private static final Map<String, String> BUNDLED = Map.of("docket.local.ocr.engine", "bundled");

    @Test
    void an_image_is_read() {
        byte[] image = ScanPaper.png(ScanPaper.of("Invoice number: INV-2026-0042", "Total due: EUR 26.50"));
        try (Parsing parsing = new Parsing(BUNDLED)) {
            assertThat(parsing.text("a.png", PNG, image)).contains("2026-0042").contains("26.50");
        }
    }

    @Test
    void a_scanned_page_among_others_is_read_and_the_others_stay_as_they_are() {
        byte[] pdf = new PdfPaper()
                .page()
                .text(50, 50, "typed first page")
                .page()
                .image(ScanPaper.of("Delivery note 4711"))
                .page()
                .bytes();
        try (Parsing parsing = new Parsing(BUNDLED)) {
            List<String> pages = parsing.pages(Parsing.request("a.pdf", PDF, pdf));

            assertThat(pages).hasSize(3);
            assertThat(pages.get(0)).isEqualTo("typed first page");
            assertThat(pages.get(1)).contains("4711");
            assertThat(pages.get(2)).isEmpty();
        }
    }

    @Test
    void the_images_of_a_tiff_file_are_its_pages() {
        byte[] tiff = ScanPaper.tiff(ScanPaper.of("Invoice 8427"), ScanPaper.of("Receipt 6359"));
        try (Parsing parsing = new Parsing(BUNDLED)) {
            List<String> pages = parsing.pages(Parsing.request("a.tif", "image/tiff", tiff));

            assertThat(pages).hasSize(2);
            assertThat(pages.get(0)).contains("8427");
            assertThat(pages.get(1)).contains("6359");
        }
    }

    @Test
    void a_tiff_file_whose_images_go_in_a_circle_fails_with_document_damaged() {
        byte[] circle = {'I', 'I', '*', 0, 8, 0, 0, 0, 1, 0, 0, 1, 3, 0, 1, 0, 0, 0, 9, 0, 0, 0, 8, 0, 0, 0};
        try (Parsing parsing = new Parsing(BUNDLED)) {
            assertThat(parsing.error("a.tiff", "image/tiff", circle).code()).isEqualTo(DOCUMENT_DAMAGED.wire());
        }
    }

    @Test
    void an_abort_kills_the_engine() {
        byte[] image = ScanPaper.png(ScanPaper.of("a", "b", "c"));
        try (Parsing parsing = new Parsing(BUNDLED)) {
            Set<ProcessHandle> before = children();
            Work work = parsing.start(Parsing.bytes(Parsing.request("a.png", PNG, image)));
            ProcessHandle engine = Awaitility.await()
                    .until(
                            () -> children().stream()
                                    .filter(child -> !before.contains(child))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();

            work.abort();

            work.stopped().await().atMost(Duration.ofSeconds(20));
            engine.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void a_page_that_takes_too_long_fails_with_ocr_failed() {
        byte[] image = ScanPaper.png(ScanPaper.of("a"));
        try (Parsing parsing =
                new Parsing(Map.of("docket.local.ocr.engine", "bundled", "docket.local.ocr.page-time", "0.001S"))) {
            assertThat(parsing.error("a.png", PNG, image).code()).isEqualTo(OCR_FAILED.wire());
        }
    }

    @Test
    void a_cut_off_image_fails_with_document_damaged() {
        byte[] image = ScanPaper.png(ScanPaper.of("a"));
        try (Parsing parsing = new Parsing(BUNDLED)) {
            byte[] part = Arrays.copyOf(image, image.length / 2);
            assertThat(parsing.error("a.png", PNG, part).code()).isEqualTo(DOCUMENT_DAMAGED.wire());
        }
    }

    @Test
    void an_image_with_more_pixels_than_memory_can_bear_fails_with_document_too_large() {
        byte[] image = ScanPaper.png(new BufferedImage(20_000, 1_000, BufferedImage.TYPE_BYTE_BINARY));
        try (Parsing parsing = new Parsing(BUNDLED)) {
            assertThat(parsing.error("a.png", PNG, image).code()).isEqualTo(DOCUMENT_TOO_LARGE.wire());
        }
    }

    @Test
    void more_scanned_pages_than_the_limit_fail_with_document_too_large() {
        byte[] pdf = new PdfPaper()
                .page()
                .image(ScanPaper.of("a"))
                .page()
                .image(ScanPaper.of("b"))
                .bytes();
        try (Parsing parsing =
                new Parsing(Map.of("docket.local.ocr.engine", "bundled", "docket.local.ocr.max-pages", "1"))) {
            assertThat(parsing.error("a.pdf", PDF, pdf).code()).isEqualTo(DOCUMENT_TOO_LARGE.wire());
        }
    }

    @Test
    void a_scan_fails_with_document_has_no_text_layer_where_no_engine_reads_it() {
        byte[] pdf = new PdfPaper().page().image(ScanPaper.of("a")).bytes();
        try (Parsing parsing = new Parsing(
                Map.of("docket.local.ocr.engine", "tesseract", "docket.local.ocr.command", "/nowhere/tesseract"))) {
            assertThat(parsing.error("a.pdf", PDF, pdf).code()).isEqualTo(DOCUMENT_HAS_NO_TEXT_LAYER.wire());
        }
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }
}
