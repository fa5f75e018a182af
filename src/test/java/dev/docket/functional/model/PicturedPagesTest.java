package dev.docket.functional.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Work;
import dev.docket.functional.upstream.RecordingUpstream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that take images: pages as pictures, and scans. */
class PicturedPagesTest {
    private static final String SCHEMA = "{'type':'object','properties':{'a':{'type':'string'}}}";

    private final RecordingUpstream model = RecordingUpstream.start();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_pdf_is_shown_with_its_text_and_at_the_resolution_asked_for() throws IOException {
        model.does(FakeModel.says("{}"));
        byte[] invoice = Files.readAllBytes(Path.of("docs", "samples", "invoice.pdf"));
        try (Asking asking = Asking.of(model, "images", "true")) {
            asking.extract(request("invoice.pdf", "application/pdf", invoice).put("image_resolution_dpi", 96));
        }
        JsonNode content = Asking.asked(model.next()).at("/messages/1/content");
        assertThat(content.get(0).toString()).contains("INVOICE");
        BufferedImage page = image(content.get(1));
        assertThat(page.getWidth()).isBetween(780, 830);
        assertThat(content).hasSize(2);
    }

    @Test
    void a_scan_is_shown_though_it_has_no_text() {
        model.does(FakeModel.says("{}"));
        try (Asking asking = Asking.of(model, "images", "true")) {
            JsonNode answer = asking.extract(request("scan.pdf", "application/pdf", scan(2, PDRectangle.A5)));

            assertThat(answer.at("/usage/page_count").intValue()).isEqualTo(2);
        }
        assertThat(Asking.asked(model.next()).at("/messages/1/content")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void an_image_is_shown_in_a_type_that_every_service_takes(String type) throws IOException {
        model.does(FakeModel.says("{}"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), type, bytes);
        try (Asking asking = Asking.of(model, "images", "true")) {
            asking.extract(request("a." + type, "", bytes.toByteArray()));
        }
        BufferedImage seen = image(Asking.asked(model.next()).at("/messages/1/content/1"));
        assertThat(seen.getWidth()).isEqualTo(40);
    }

    @Test
    void a_page_of_any_size_is_shown_within_memory() {
        model.does(FakeModel.says("{}"));
        byte[] poster = scan(1, new PDRectangle(14_400, 14_400));
        try (Asking asking = Asking.of(model, "images", "true")) {
            asking.extract(request("poster.pdf", "application/pdf", poster).put("image_resolution_dpi", 300));
        }
        BufferedImage page = image(Asking.asked(model.next()).at("/messages/1/content/1"));
        assertThat((long) page.getWidth() * page.getHeight()).isBetween(10_000_000L, 16_100_000L);
    }

    @Test
    void a_scan_of_more_pages_than_can_be_shown_is_read_as_without_a_model() {
        byte[] scan = scan(3, PDRectangle.A6);
        try (Asking asking = Asking.of(model, "images", "true", "max-images", "2")) {
            assertThat(asking.failed(request("scan.pdf", "application/pdf", scan))
                            .code())
                    .isEqualTo("document_has_no_text_layer");
            Answer parsed = asking.answer(Endpoint.DOCUMENTS_PARSE, request("scan.pdf", "application/pdf", scan));
            assertThat(((Answer.Failed) parsed).error().code()).isEqualTo("document_has_no_text_layer");
        }
        try (Asking asking = Asking.of(model)) {
            assertThat(asking.failed(request("scan.pdf", "application/pdf", scan))
                            .code())
                    .isEqualTo("document_has_no_text_layer");
        }
        assertThat(model.exchanges()).isEmpty();
    }

    @Test
    void a_scan_is_parsed_page_by_page() {
        model.does(FakeModel.inTurn(FakeModel.says("first page"), FakeModel.says("second page")));
        try (Asking asking = Asking.of(model, "images", "true")) {
            JsonNode answer = asking.body(
                    Endpoint.DOCUMENTS_PARSE,
                    request("scan.pdf", "application/pdf", scan(2, PDRectangle.A6))
                            .put("table_parsing_format", "markdown"));

            assertThat(answer.get("pages").toString()).isEqualTo("[\"first page\",\"second page\"]");
            assertThat(answer.get("text").textValue()).isEqualTo("first page\n\nsecond page");
            assertThat(answer.at("/usage/prompt_tokens").intValue()).isEqualTo(14);
        }
        assertThat(Asking.asked(model.next()).at("/messages/0/content").toString())
                .contains("markdown");
    }

    @Test
    void a_file_without_a_look_is_told_by_its_text() {
        model.does(FakeModel.says("{}"));
        try (Asking asking = Asking.of(model, "images", "true")) {
            asking.extract(request("a.txt", "text/plain", "hello".getBytes()));
            asking.body(Endpoint.DOCUMENTS_PARSE, request("a.txt", "text/plain", "hello".getBytes()));
        }
        assertThat(model.exchanges()).hasSize(1);
        assertThat(Asking.asked(model.next()).at("/messages/1/content").toString())
                .doesNotContain("image");
    }

    @Test
    void a_broken_file_is_refused_as_ever() {
        try (Asking asking = Asking.of(model, "images", "true")) {
            assertThat(asking.failed(request("a.pdf", "application/pdf", "%PDF-1.7 nothing".getBytes()))
                            .code())
                    .isEqualTo("document_damaged");
        }
    }

    @Test
    void drawing_stops_with_its_run() {
        byte[] dense = dense();
        try (Asking asking = Asking.of(model, "images", "true")) {
            Work work = asking.start(Endpoint.DOCUMENTS_EXTRACT, request("dense.pdf", "application/pdf", dense));
            work.abort();

            Asking.awaitStopped(work);
        }
        assertThat(model.exchanges()).isEmpty();
    }

    private static ObjectNode request(String filename, String type, byte[] bytes) {
        ObjectNode request = Asking.extraction(SCHEMA);
        request.set("document", Asking.document(filename, type, bytes));
        return request;
    }

    private static BufferedImage image(JsonNode content) {
        String url = content.at("/image_url/url").textValue();
        byte[] bytes = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages with a grey box and no text. */
    private static byte[] scan(int pages, PDRectangle size) {
        return pdf(pages, size, 1);
    }

    private static byte[] dense() {
        return pdf(1, PDRectangle.A4, 200_000);
    }

    private static byte[] pdf(int pages, PDRectangle size, int boxes) {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(size);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.setNonStrokingColor(0.5f);
                    for (int box = 0; box < boxes; box++) {
                        content.addRect(20 + box % 300, 20 + box / 1000f, 100, 50);
                        content.fill();
                    }
                }
            }
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
