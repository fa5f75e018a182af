package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.FormTemplate;
import dev.docket.endpoint.Templates;
import dev.docket.endpoint.Work;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forms and instructions that are made to be too much. */
class FillLimitsTest {
    private static final Editing EDITING = new Editing(
            Map.of("docket.edit.max-fields", "3000"),
            (organization, template) -> Uni.createFrom().item(Optional.empty()));

    @AfterAll
    static void close() {
        EDITING.close();
    }

    @Test
    void a_form_of_thousands_of_fields_is_filled_and_one_of_more_than_may_be_is_refused() throws IOException {
        StringBuilder instructions = new StringBuilder();
        for (int at = 0; at < 1500; at++) {
            instructions
                    .append("field number ")
                    .append(at)
                    .append(": ")
                    .append(at)
                    .append('\n');
        }
        Editing.Filled filled = EDITING.fill(fields(2500), instructions.toString());
        assertThat(filled.keys()).hasSize(2500);

        var refused = EDITING.error(
                Endpoint.EDIT_AGENT_FILL, Editing.request(fields(3001)).put("instructions", "a: b"));
        assertThat(refused.code()).isEqualTo("document_too_large");
        assertThat(refused.details()).containsEntry("limit", 3000L);
    }

    @Test
    void a_tree_of_fields_that_goes_in_circles_comes_to_an_end() throws IOException {
        FormPaper form = new FormPaper().text("a.b", "City", "", 150, 120);
        COSDictionary parent = form.form().getField("a").getCOSObject();
        COSArray kids = parent.getCOSArray(COSName.KIDS);
        kids.add(parent);
        COSDictionary loop = new COSDictionary();
        loop.setItem(COSName.T, new COSString("loop"));
        loop.setItem(COSName.PARENT, loop);
        COSArray own = new COSArray();
        own.add(loop);
        loop.setItem(COSName.KIDS, own);
        kids.add(loop);
        assertThat(EDITING.fill(form.bytes(), "city: Paris").value("a.b")).isEqualTo("Paris");
    }

    @Test
    void a_deep_tree_of_fields_is_a_clear_answer() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n")
                .append("1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm <</Fields [4 0 R]>> >> endobj\n")
                .append("2 0 obj <</Type/Pages/Kids [3 0 R]/Count 1>> endobj\n")
                .append("3 0 obj <</Type/Page/Parent 2 0 R/MediaBox [0 0 595 842]>> endobj\n")
                .append("4 0 obj <</T (d)/Kids [5 0 R]>> endobj\n");
        for (int at = 5; at < 50_000; at++) {
            pdf.append(at + " 0 obj <</T (d)/Parent " + (at - 1) + " 0 R/Kids [" + (at + 1) + " 0 R]>> endobj\n");
        }
        pdf.append("trailer <</Root 1 0 R/Size 50000>>\n%%EOF\n");
        Answer answer = EDITING.answer(
                Endpoint.EDIT_AGENT_FILL,
                Editing.request(pdf.toString().getBytes(StandardCharsets.US_ASCII))
                        .put("instructions", "city: Paris"));
        assertThat(answer instanceof Answer.Failed failed
                        && failed.error().code().startsWith("document_"))
                .as(answer.toString())
                .isTrue();
    }

    @Test
    void boxes_of_no_size_are_passed_over() throws IOException {
        FormPaper form = new FormPaper().text("city", "City", "", 150, 120).text("ghost", "Ghost", "", 150, 150);
        form.form().getField("ghost").getWidgets().get(0).setRectangle(new PDRectangle(50, 50, 0, 0));
        Editing.Filled filled = EDITING.fill(form.bytes(), "city: Paris; ghost: boo");
        assertThat(filled.keys()).containsExactly("city");
    }

    @Test
    void huge_instructions_come_to_an_end() {
        byte[] pdf =
                new PdfPaper().page().text(50, 60, "Name: ____________________").bytes();
        for (String part : new String[] {
            "and ",
            ", ",
            "name ",
            "a: ",
            "tick ",
            "put x in ",
            "is ",
            "((((",
            "\"",
            "name is a and ",
            "x. Name. ",
            "[x] a ",
            "leave a, "
        }) {
            String instructions = part.repeat(900_000 / part.length());
            Answer answer = EDITING.answer(
                    Endpoint.EDIT_AGENT_FILL, Editing.request(pdf).put("instructions", instructions));
            assertThat(answer instanceof Answer.Completed
                            || answer instanceof Answer.Failed failed
                                    && !failed.error().code().equals("processor_failed"))
                    .as(part)
                    .isTrue();
        }
        String many = "name: x\n".repeat(2500);
        assertThat(EDITING.error(Endpoint.EDIT_AGENT_FILL, Editing.request(pdf).put("instructions", many))
                        .code())
                .isEqualTo("request_invalid");
    }

    @Test
    void a_value_that_does_not_fit_even_in_the_smallest_letters_is_refused() {
        byte[] pdf =
                new PdfPaper().page().text(50, 60, "Name: ____________________").bytes();
        var refused = EDITING.error(
                Endpoint.EDIT_AGENT_FILL, Editing.request(pdf).put("instructions", "name: " + "long ".repeat(200)));
        assertThat(refused.code()).isEqualTo("text_not_drawable");
        assertThat(refused.details()).containsEntry("field", "name");
    }

    @Test
    void drawings_with_thousands_of_lines_and_boxes_come_to_an_end() {
        PdfPaper paper = new PdfPaper().page().text(50, 40, "Graph paper: name");
        for (int at = 0; at < 900; at++) {
            paper.line(50, 60 + at * 0.8f, 545, 60 + at * 0.8f).line(50 + at * 0.5f, 60, 50 + at * 0.5f, 780);
        }
        assertThat(EDITING.fill(paper.bytes(), "name: x").keys()).isNotNull();
        PdfPaper boxes = new PdfPaper().page().text(50, 40, "Boxes: name");
        Random random = new Random(20261125);
        for (int at = 0; at < 6000; at++) {
            boxes.box(random.nextInt(500), random.nextInt(800), 5 + random.nextInt(60), 5 + random.nextInt(40));
        }
        assertThat(EDITING.fill(boxes.bytes(), "name: x").keys()).isNotNull();
    }

    @Test
    void broken_bytes_are_a_clear_answer_wherever_they_are_cut_off() {
        byte[] whole = new PdfPaper()
                .page()
                .text(50, 60, "Name: ____________________")
                .box(50, 100, 10, 10)
                .text(65, 108, "Newsletter")
                .bytes();
        for (int tenth = 1; tenth < 10; tenth++) {
            byte[] part = Arrays.copyOf(whole, whole.length * tenth / 10);
            Answer answer = EDITING.answer(
                    Endpoint.EDIT_AGENT_FILL, Editing.request(part).put("instructions", "name: x"));
            assertThat(answer instanceof Answer.Completed
                            || answer instanceof Answer.Failed failed
                                    && failed.error().code().startsWith("document_"))
                    .as("%d tenths: %s", tenth, answer)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EDIT_AGENT_FILL", "EDIT_TEMPLATES_GENERATE"})
    void work_stops_when_it_is_aborted(Endpoint endpoint) throws IOException {
        StringBuilder instructions = new StringBuilder();
        for (int at = 0; at < 1900; at++) {
            instructions.append("date number name total ").append(at).append(": x\n");
        }
        Work work = EDITING.start(endpoint, Editing.request(fields(3000)).put("instructions", instructions.toString()));
        work.abort();
        work.stopped().await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void a_template_that_cannot_be_read_now_is_asked_for_again() {
        Templates broken = (organization, template) -> Uni.createFrom().failure(new IOException("away"));
        Templates silent = (organization, template) -> Uni.createFrom().nothing();
        for (Templates templates : List.of(broken, silent)) {
            try (Editing editing = new Editing(Map.of("docket.edit.template-wait", "0.05S"), templates)) {
                assertThat(editing.answer(Endpoint.EDIT_TEMPLATES_FILL, fill()))
                        .isInstanceOf(Answer.FailedForNow.class);
            }
        }
    }

    @Test
    void a_run_that_waits_for_its_template_can_be_aborted() {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        Templates silent = (organization, template) -> Uni.createFrom()
                .<Optional<FormTemplate>>nothing()
                .onSubscription()
                .invoke(() -> asked.complete(null));
        try (Editing editing = new Editing(Map.of("docket.edit.template-wait", "60S"), silent)) {
            Work work = editing.start(Endpoint.EDIT_TEMPLATES_FILL, fill());
            asked.join();
            work.abort();
            work.stopped().await().atMost(Duration.ofSeconds(10));
        }
    }

    private static ObjectNode fill() {
        return Editing.JSON.createObjectNode().put("template_id", "edittplt_1").put("instructions", "name: x");
    }

    /** A form of so many text fields, a hundred a page. */
    private static byte[] fields(int count) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDAcroForm form = new PDAcroForm(pdf);
            pdf.getDocumentCatalog().setAcroForm(form);
            PDPage page = null;
            for (int at = 0; at < count; at++) {
                if (at % 100 == 0) {
                    page = new PDPage(PDRectangle.A4);
                    pdf.addPage(page);
                }
                PDTextField field = new PDTextField(form);
                field.setPartialName("f" + at);
                field.setAlternateFieldName("Field number " + at);
                var widget = field.getWidgets().get(0);
                widget.setRectangle(new PDRectangle(50 + at % 100 % 4 * 120, 50 + at % 100 / 4 * 25, 100, 15));
                widget.setPage(page);
                page.getAnnotations().add(widget);
                form.getFields().add(field);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
