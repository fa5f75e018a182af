package dev.docket.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.functional.local.PdfPaper;
import dev.docket.functional.local.ScanPaper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package reads what the libraries read in the unit tests: a native binary may have left out a part of them. */
class EveryFormatIT {
    private static final String PARSE = "/v1/documents/parse";

    @TempDir
    static Path directory;

    private static PackageJobs jobs;

    @BeforeAll
    static void start() {
        jobs = PackageJobs.start(directory);
    }

    @AfterAll
    static void stop() {
        jobs.close();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_document_is_read(Sample sample) {
        assertThat(text(sample)).contains(sample.words());
        jobs.assertNoComplaintIsLogged();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void a_picture_is_read_where_an_engine_is_there(Sample picture) {
        assumeTrue(Engines.readPictures());

        assertThat(text(picture)).contains(picture.words());
        jobs.assertNoComplaintIsLogged();
    }

    @Test
    void text_of_a_typeface_that_a_pdf_does_not_bring_along_is_read() {
        Sample invoice = Sample.of(
                "a.pdf",
                "application/pdf",
                new PdfPaper()
                        .page()
                        .text(PdfPaper.PLAIN, 10, 50, 50, "Total due 26.50 \u20ac \u00e4\u00f6\u00fc")
                        .bytes());

        assertThat(text(invoice)).contains("Total due 26.50 \u20ac \u00e4\u00f6\u00fc");
    }

    private static String text(Sample sample) {
        return jobs.completed(PARSE, PackageJobs.request(sample)).getString("text");
    }

    static List<Sample> samples() throws IOException {
        return Sample.all();
    }

    static List<Sample> pictures() {
        BufferedImage note = ScanPaper.of("Delivery note 4711");
        byte[] scan = new PdfPaper().page().image(note).bytes();
        return List.of(
                picture("png", note),
                picture("jpeg", note),
                picture("gif", note),
                picture("bmp", note),
                new Sample("a.tiff", "image/tiff", ScanPaper.tiff(note), "4711"),
                new Sample("scan.pdf", "application/pdf", scan, "4711"));
    }

    private static Sample picture(String format, BufferedImage image) {
        return new Sample("a." + format, "image/" + format, ScanPaper.encoded(format, image), "4711");
    }
}
