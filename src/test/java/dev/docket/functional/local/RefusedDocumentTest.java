package dev.docket.functional.local;

import static dev.docket.job.ErrorCode.DOCUMENT_DAMAGED;
import static dev.docket.job.ErrorCode.DOCUMENT_EMPTY;
import static dev.docket.job.ErrorCode.DOCUMENT_ENCRYPTED;
import static dev.docket.job.ErrorCode.DOCUMENT_HAS_NO_TEXT_LAYER;
import static dev.docket.job.ErrorCode.DOCUMENT_TYPE_MISMATCH;
import static dev.docket.job.ErrorCode.DOCUMENT_TYPE_UNSUPPORTED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Map;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDocumentTest {
    private static final String PDF = "application/pdf";
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1);
    private static final Parsing PARSING = new Parsing();

    @AfterAll
    static void close() {
        PARSING.close();
    }

    @Test
    void a_password_protected_pdf_fails_with_document_encrypted() {
        byte[] pdf =
                new PdfPaper().page().text(50, 50, "secret").lock("open sesame").bytes();
        assertRefused("a.pdf", PDF, pdf, DOCUMENT_ENCRYPTED);
    }

    @Test
    void a_pdf_that_only_restricts_printing_is_read() {
        byte[] pdf = new PdfPaper().page().text(50, 50, "public").lock("").bytes();
        assertThat(PARSING.text("a.pdf", PDF, pdf)).isEqualTo("public");
    }

    @Test
    void password_protected_office_files_fail_with_document_encrypted() throws Exception {
        byte[] word = OfficePaper.locked(OfficePaper.docx(), "open sesame");
        assertRefused("a.docx", OfficePaper.DOCX, word, DOCUMENT_ENCRYPTED);
        byte[] text = OfficePaper.zip(Map.of(
                "mimetype", OfficePaper.ODT, "content.xml", "???", "META-INF/manifest.xml", "<encryption-data/>"));
        assertRefused("a.odt", OfficePaper.ODT, text, DOCUMENT_ENCRYPTED);
        Biff8EncryptionKey.setCurrentUserPassword("open sesame");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("s").createRow(0).createCell(0).setCellValue("secret");
            byte[] sheet = OfficePaper.bytes(workbook::write);
            assertRefused("a.xls", "application/vnd.ms-excel", sheet, DOCUMENT_ENCRYPTED);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 60, 300})
    void a_pdf_cut_off_before_its_pages_fails_with_document_damaged(int length) {
        byte[] pdf = new PdfPaper().page().text(50, 50, "text").bytes();
        assertRefused("a.pdf", PDF, Arrays.copyOf(pdf, length), DOCUMENT_DAMAGED);
    }

    @Test
    void cut_off_office_files_fail_with_document_damaged() throws Exception {
        byte[] word = OfficePaper.docx();
        assertRefused("a.docx", OfficePaper.DOCX, Arrays.copyOf(word, word.length / 2), DOCUMENT_DAMAGED);
        assertRefused("a.docx", OfficePaper.DOCX, OfficePaper.wordOf("<w:document"), DOCUMENT_DAMAGED);
        byte[] odt = OfficePaper.zip(Map.of("mimetype", OfficePaper.ODT));
        assertRefused("a.odt", OfficePaper.ODT, odt, DOCUMENT_DAMAGED);
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("s");
            byte[] sheet = OfficePaper.bytes(workbook::write);
            assertRefused("a.xls", "application/vnd.ms-excel", Arrays.copyOf(sheet, 1500), DOCUMENT_DAMAGED);
        }
    }

    @Test
    void office_files_whose_parts_are_packed_by_other_methods_fail_with_document_damaged() throws Exception {
        assertRefused("a.docx", OfficePaper.DOCX, OfficePaper.packedBy(93, OfficePaper.docx()), DOCUMENT_DAMAGED);
    }

    @Test
    void a_document_without_bytes_or_without_text_fails_with_document_empty() throws Exception {
        assertRefused("a.txt", "text/plain", new byte[0], DOCUMENT_EMPTY);
        assertRefused("a.txt", "text/plain", " \n\n ".getBytes(UTF_8), DOCUMENT_EMPTY);
        byte[] odt = OfficePaper.openDocument(OfficePaper.ODT, "", "<office:text/>");
        assertRefused("a.odt", OfficePaper.ODT, odt, DOCUMENT_EMPTY);
        assertRefused("a.pdf", PDF, new PdfPaper().bytes(), DOCUMENT_EMPTY);
    }

    @Test
    void an_image_fails_with_document_has_no_text_layer_where_no_engine_reads_it() {
        try (Parsing withoutEngine = new Parsing(Map.of("docket.local.ocr.engine", "none"))) {
            assertThat(withoutEngine.error("a.png", "image/png", PNG).code())
                    .isEqualTo(DOCUMENT_HAS_NO_TEXT_LAYER.wire());
        }
    }

    @Test
    void a_pdf_without_text_and_images_fails_with_document_has_no_text_layer() {
        byte[] drawing = new PdfPaper().page().line(10, 10, 200, 10).bytes();
        assertRefused("a.pdf", PDF, drawing, DOCUMENT_HAS_NO_TEXT_LAYER);
    }

    @Test
    void a_document_that_is_not_what_it_is_named_fails_with_document_type_mismatch() throws Exception {
        assertRefused("a.pdf", PDF, OfficePaper.docx(), DOCUMENT_TYPE_MISMATCH);
        assertRefused("a.docx", OfficePaper.DOCX, SampleInvoice.draw(), DOCUMENT_TYPE_MISMATCH);
        assertRefused("a.pdf", "application/octet-stream", PNG, DOCUMENT_TYPE_MISMATCH);
        assertRefused("a.bin", "text/plain", SampleInvoice.draw(), DOCUMENT_TYPE_MISMATCH);
        assertRefused("a.pdf", PDF, "just words".getBytes(UTF_8), DOCUMENT_TYPE_MISMATCH);
        assertRefused("a.xlsx", OfficePaper.XLSX, OfficePaper.docx(), DOCUMENT_TYPE_MISMATCH);
    }

    @Test
    void names_that_say_nothing_leave_the_type_to_the_bytes() {
        assertThat(PARSING.text("scan", "application/octet-stream", SampleInvoice.draw()))
                .contains("INVOICE");
        assertThat(PARSING.text("scan.001", "", SampleInvoice.draw())).contains("INVOICE");
        assertThat(PARSING.text("page", "", "<html><p>Hi</p>".getBytes(UTF_8))).isEqualTo("Hi");
    }

    @Test
    void a_type_that_docket_does_not_read_fails_with_document_type_unsupported() throws Exception {
        assertRefused("a.mp3", "audio/mpeg", "ID3\4\0\0".getBytes(ISO_8859_1), DOCUMENT_TYPE_UNSUPPORTED);
        byte[] archive = OfficePaper.zip(Map.of("a.txt", "text"));
        assertRefused("a.zip", "application/zip", archive, DOCUMENT_TYPE_UNSUPPORTED);
        assertRefused("a.bin", "", new byte[] {0, 1, 2, 3}, DOCUMENT_TYPE_UNSUPPORTED);
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[9]), "Something");
            assertRefused("a", "", OfficePaper.bytes(files::writeFilesystem), DOCUMENT_TYPE_UNSUPPORTED);
        }
    }

    private static void assertRefused(String filename, String mime, byte[] bytes, ErrorCode code) {
        JobError error = PARSING.error(filename, mime, bytes);
        assertThat(error.code()).isEqualTo(code.wire());
        assertThat(error.message()).endsWith(".").hasSizeGreaterThan(20);
    }
}
