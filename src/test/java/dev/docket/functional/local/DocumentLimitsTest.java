package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.JobError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentLimitsTest {
    private static final String WORD = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
            + "2006/main\"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>";

    @Test
    void a_zip_bomb_in_a_word_file_fails_before_it_is_unpacked() throws IOException {
        byte[] bomb = OfficePaper.wordOf(WORD.formatted(" ".repeat(50_000_000)));
        assertThat(bomb).hasSizeLessThan(100_000);
        assertTooLarge(Map.of(), "a.docx", OfficePaper.DOCX, bomb, "packed byte");
        assertTooLarge(
                Map.of("docket.local.max-ratio", "100000", "docket.local.max-unpacked", "10M"),
                "a.docx",
                OfficePaper.DOCX,
                bomb,
                "bytes unpacked");
    }

    @Test
    void an_opendocument_bomb_fails_the_same_way() throws IOException {
        String filler = "<text:p>" + " ".repeat(50_000_000) + "</text:p>";
        byte[] bomb = OfficePaper.openDocument(OfficePaper.ODT, "", "<office:text>" + filler + "</office:text>");
        assertTooLarge(Map.of(), "a.odt", OfficePaper.ODT, bomb, "packed byte");
    }

    @Test
    void entities_are_never_expanded() throws IOException {
        String entities = "<!DOCTYPE b [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>";
        for (String reference : new String[] {"&c;", "&f;"}) {
            byte[] word = OfficePaper.wordOf(entities + WORD.formatted("before " + reference));
            try (Parsing parsing = new Parsing()) {
                assertThat(parsing.error("a.docx", OfficePaper.DOCX, word).code())
                        .isEqualTo("document_damaged");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packed")
    void a_pdf_stream_that_unpacks_to_more_than_the_limit_fails(String filters, byte[] packed) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(("%PDF-1.7\n1 0 obj\n<</Length 1/Filter" + filters + ">>\nstream\n").getBytes(UTF_8));
        pdf.writeBytes(packed);
        pdf.write("\nendstream\nendobj\n".getBytes(UTF_8));
        Map<String, String> limit = Map.of("docket.local.max-unpacked", "10M");
        assertTooLarge(limit, "a.pdf", "application/pdf", pdf.toByteArray(), "bytes in one stream");
    }

    static Stream<Arguments> packed() throws IOException {
        byte[] zeros = deflated(new byte[20_000_000]);
        byte[] runs = new byte[400_000];
        for (int at = 0; at < runs.length; at += 2) {
            runs[at] = (byte) 129;
        }
        return Stream.of(
                Arguments.of("/FlateDecode", zeros),
                Arguments.of("/RunLengthDecode", runs),
                Arguments.of("[/FlateDecode /FlateDecode]", deflated(zeros)),
                Arguments.of("[ /FlateDecode/RunLengthDecode ]", deflated(runs)),
                Arguments.of("[/Fl/RL/RL]", deflated(runs)));
    }

    @Test
    void a_pdf_of_more_objects_than_memory_can_bear_fails_however_they_are_told() {
        long many = Runtime.getRuntime().maxMemory() / 2048 + 1;
        String table = "%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 2 1]/Index[0 9 20 " + many + "]/Size 9>>\nstream\n";
        assertTooLarge(Map.of(), "a.pdf", "application/pdf", table.getBytes(UTF_8), "objects");
        String size = "%PDF-1.7\n1 0 obj\n<</Size " + many + "/W[1 2 1]/Type /XRef>>\nstream\n";
        assertTooLarge(Map.of(), "a.pdf", "application/pdf", size.getBytes(UTF_8), "objects");
    }

    @Test
    void drawings_that_draw_others_without_end_fail() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n")
                .append("2 0 obj <</Type/Pages/Kids [3 0 R]/Count 1>> endobj\n")
                .append("3 0 obj <</Type/Page/Parent 2 0 R/MediaBox [0 0 595 842]/Contents 4 0 R")
                .append("/Resources <</XObject <</X 4 0 R>> >> >> endobj\n");
        for (int at = 4; at < 14; at++) {
            pdf.append(at + " 0 obj <</Type/XObject/Subtype/Form/BBox [0 0 9 9]/Length 60/Resources <</XObject <</X ")
                    .append(Math.min(13, at + 1) + " 0 R>> >> >>\nstream\n" + "/X Do ".repeat(10))
                    .append("\nendstream endobj\n");
        }
        pdf.append("trailer <</Root 1 0 R/Size 14>>\n%%EOF\n");
        assertTooLarge(Map.of(), "a.pdf", "application/pdf", pdf.toString().getBytes(UTF_8), "drawings");
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            deflate.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void pages_text_cells_and_bytes_are_limited() {
        byte[] pages = "1\f2\f3".getBytes(UTF_8);
        assertTooLarge(Map.of("docket.local.max-pages", "2"), "a.txt", "text/plain", pages, "pages");
        byte[] pdf = new PdfPaper()
                .page()
                .text(9, 9, "a")
                .page()
                .text(9, 9, "b")
                .page()
                .text(9, 9, "c")
                .bytes();
        assertTooLarge(Map.of("docket.local.max-pages", "2"), "a.pdf", "application/pdf", pdf, "pages");
        byte[] text = "x".repeat(2000).getBytes(UTF_8);
        assertTooLarge(Map.of("docket.local.max-text", "1K"), "a.txt", "text/plain", text, "characters");
        assertTooLarge(Map.of("docket.local.max-document", "1K"), "a.txt", "text/plain", text, "bytes");
        byte[] csv = "a,b\nc,d\n".getBytes(UTF_8);
        assertTooLarge(Map.of("docket.local.max-cells", "3"), "a.csv", "text/csv", csv, "cells");
        byte[] markup = "a,b\nc,d\n".repeat(20).getBytes(UTF_8);
        assertTooLarge(Map.of("docket.local.max-text", "500"), "a.csv", "text/csv", markup, "characters");
    }

    @Test
    void a_mail_within_mails_is_followed_only_so_deep() {
        String mail = "Content-Type: message/rfc822\r\n\r\n".repeat(150) + "Subject: deep\r\n\r\ntext";
        assertTooLarge(Map.of(), "a.eml", "message/rfc822", mail.getBytes(UTF_8), "levels");
    }

    @Test
    void pages_within_pages_are_followed_only_so_deep() throws IOException {
        assertTooDeep(nested -> pages(nested.subList(0, 1)));
    }

    @Test
    void pages_are_as_deep_as_the_first_way_to_them_whatever_shorter_ones_there_are() throws IOException {
        assertTooDeep(DocumentLimitsTest::pages);
    }

    /** Of pages deeper than anybody nests them, the outermost first, and not so deep that a stack would end. */
    private static void assertTooDeep(Function<List<COSObject>, COSDictionary> top) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            LinkedList<COSObject> nested = new LinkedList<>();
            COSDictionary innermost = pdf.getPages().getCOSObject();
            for (int i = 0; i < 1200; i++) {
                COSDictionary pages = i == 0 ? innermost : pages(nested.subList(0, 1));
                nested.addFirst(new COSObject(pages, new COSObjectKey(1000L + i, 0)));
            }
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, top.apply(nested));
            ByteArrayOutputStream deep = new ByteArrayOutputStream();
            pdf.save(deep, CompressParameters.NO_COMPRESSION);
            assertTooLarge(Map.of(), "a.pdf", "application/pdf", deep.toByteArray(), "levels of pages");
        }
    }

    private static COSDictionary pages(List<COSObject> below) {
        COSDictionary pages = new COSDictionary();
        pages.setItem(COSName.TYPE, COSName.PAGES);
        pages.setInt(COSName.COUNT, 1);
        COSArray kids = new COSArray();
        below.forEach(kids::add);
        pages.setItem(COSName.KIDS, kids);
        return pages;
    }

    @Test
    void tables_within_tables_are_followed_only_so_deep() {
        byte[] html = ("<table><tr><td>".repeat(150) + "deep").getBytes(UTF_8);
        assertTooLarge(Map.of(), "a.html", "text/html", html, "levels");
    }

    private static void assertTooLarge(
            Map<String, String> settings, String filename, String mime, byte[] bytes, String what) {
        try (Parsing parsing = new Parsing(settings)) {
            JobError error = parsing.error(filename, mime, bytes);
            assertThat(error.code()).isEqualTo("document_too_large");
            assertThat(error.message()).contains(what);
            assertThat(error.details()).containsKey("limit");
        }
    }
}
