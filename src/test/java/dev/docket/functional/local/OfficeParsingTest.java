package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OfficeParsingTest {
    private static final Parsing PARSING = new Parsing();

    @AfterAll
    static void close() {
        PARSING.close();
    }

    @Test
    void a_word_file_keeps_its_tables_and_ends_pages_at_its_breaks() throws IOException {
        assertThat(pages("a.docx", OfficePaper.DOCX, OfficePaper.docx()))
                .containsExactly(
                        "Minutes of the meeting\n\n<table>\n<tr><th>Name</th><th>Task</th></tr>\n"
                                + "<tr><td>Ada</td><td>Engine</td></tr>\n</table>",
                        "Second page");
    }

    /** The JDK has limits of its own, which differ from one version to the next. */
    @Test
    void a_word_file_is_read_with_many_levels_attributes_and_escapes() throws IOException {
        String attributes =
                IntStream.range(0, 300).mapToObj(i -> " w:a" + i + "=\"1\"").collect(Collectors.joining());
        String word = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + "<w:sdt>".repeat(1000) + "<w:p" + attributes + "><w:r><w:t>" + "&amp;".repeat(150_000)
                + "</w:t></w:r></w:p>" + "</w:sdt>".repeat(1000) + "</w:body></w:document>";
        assertThat(pages("a.docx", OfficePaper.DOCX, OfficePaper.wordOf(word))).containsExactly("&".repeat(150_000));
    }

    @Test
    void a_word_file_of_the_97_format_keeps_its_tables() throws IOException {
        byte[] word = OfficeParsingTest.class
                .getResourceAsStream("/documents/word97.doc")
                .readAllBytes();
        assertThat(pages("a.doc", "application/msword", word))
                .containsExactly(
                        "Minutes of the meeting\n\n<table>\n<tr><th>Name</th><th>Task</th></tr>\n"
                                + "<tr><td>Ada</td><td>Engine</td></tr>\n</table>",
                        "Second page");
    }

    @Test
    void an_excel_file_is_a_page_a_sheet_with_values_as_they_are_shown() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            assertSheets("a.xlsx", OfficePaper.XLSX, workbook);
        }
    }

    @Test
    void an_excel_file_shows_truths_errors_and_what_its_formulas_last_gave() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var row = workbook.createSheet("Kinds").createRow(0);
            row.createCell(0).setCellValue(true);
            row.createCell(1).setCellErrorValue(FormulaError.DIV0.getCode());
            row.createCell(2).setCellFormula("6*7");
            row.getCell(2).setCellValue(42);
            row.createCell(3).setCellFormula("\"a\"&\"b\"");
            row.getCell(3).setCellValue("ab");
            row.createCell(4).setCellValue(new XSSFRichTextString("two lines\nof text"));
            assertThat(pages("a.xlsx", OfficePaper.XLSX, OfficePaper.bytes(workbook::write)))
                    .containsExactly("Kinds\n\n<table>\n<tr><th>TRUE</th><th>ERROR:#DIV/0!</th><th>42</th><th>ab</th>"
                            + "<th>two lines<br>of text</th></tr>\n</table>");
        }
    }

    @Test
    void an_excel_file_may_leave_out_where_cells_stand_and_how_texts_are_pronounced() throws IOException {
        String sheet =
                "<row><c t=\"inlineStr\"><is><r><t>In</t></r><r><t>line</t></r></is></c><c t=\"s\"><v>0</v></c></row>"
                        + "<row><c r=\"B2\"><v>7</v></c><c t=\"d\"><v>2026-03-14</v></c></row>";
        String texts = "<si><t>Tokyo</t><rPh sb=\"0\" eb=\"2\"><t>to-kyo</t></rPh></si>";
        assertThat(pages("a.xlsx", OfficePaper.XLSX, OfficePaper.excelOf(sheet, texts)))
                .containsExactly("One\n\n<table>\n<tr><th>Inline</th><th>Tokyo</th><th></th></tr>\n"
                        + "<tr><td></td><td>7</td><td>2026-03-14</td></tr>\n</table>");
    }

    @Test
    void an_excel_file_of_the_97_format_reads_the_same() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            assertSheets("a.xls", "application/vnd.ms-excel", workbook);
        }
    }

    @Test
    void a_powerpoint_file_is_a_page_a_slide() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFTextBox box = show.createSlide().createTextBox();
            box.setAnchor(new Rectangle(10, 10, 300, 50));
            box.setText("Quarterly review");
            XSLFTable table = show.createSlide().createTable(2, 2);
            table.getCell(0, 0).setText("Region");
            table.getCell(0, 1).setText("Sales");
            table.getCell(1, 0).setText("North");
            table.getCell(1, 1).setText("12");
            assertThat(pages("a.pptx", OfficePaper.PPTX, OfficePaper.bytes(show::write)))
                    .containsExactly(
                            "Quarterly review",
                            "<table>\n<tr><th>Region</th><th>Sales</th></tr>\n"
                                    + "<tr><td>North</td><td>12</td></tr>\n</table>");
        }
    }

    @Test
    void a_powerpoint_file_of_the_97_format_is_a_page_a_slide() throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            for (String text : new String[] {"Quarterly review", "Outlook"}) {
                HSLFTextBox box = new HSLFTextBox();
                box.setText(text);
                box.setAnchor(new Rectangle(10, 10, 300, 50));
                show.createSlide().addShape(box);
            }
            assertThat(pages("a.ppt", "application/vnd.ms-powerpoint", OfficePaper.bytes(show::write)))
                    .containsExactly("Quarterly review", "Outlook");
        }
    }

    @Test
    void an_outlook_message_shows_its_header_and_text() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[32]), "__properties_version1.0");
            string(files, "0037", "Delivery on Friday");
            string(files, "0C1A", "Ada Lovelace");
            string(files, "0E04", "Charles Babbage");
            string(files, "1000", "The parts arrive on Friday.\r\nRegards");
            assertThat(PARSING.text("a.msg", "application/vnd.ms-outlook", OfficePaper.bytes(files::writeFilesystem)))
                    .isEqualTo("From: Ada Lovelace\nTo: Charles Babbage\nSubject: Delivery on Friday\n\n"
                            + "The parts arrive on Friday.\nRegards");
        }
    }

    @Test
    void an_opendocument_text_keeps_its_tables_and_page_breaks() throws IOException {
        byte[] text = OfficePaper.openDocument(
                OfficePaper.ODT,
                "<style:style style:name=\"P1\"><style:paragraph-properties fo:break-before=\"page\"/></style:style>",
                "<office:text><text:h>Report</text:h><table:table><table:table-row>"
                        + "<table:table-cell><text:p>Name</text:p></table:table-cell>"
                        + "<table:table-cell><text:p>Task</text:p></table:table-cell></table:table-row>"
                        + "</table:table><text:p text:style-name=\"P1\">Second<text:s text:c=\"2\"/>page</text:p>"
                        + "</office:text>");
        assertThat(pages("a.odt", OfficePaper.ODT, text))
                .containsExactly("Report\n\n<table>\n<tr><th>Name</th><th>Task</th></tr>\n</table>", "Second  page");
    }

    @Test
    void an_opendocument_spreadsheet_is_a_page_a_sheet_and_repeats_what_it_stores_once() throws IOException {
        String cell = "<table:table-cell table:number-columns-repeated=\"2\"><text:p>7</text:p></table:table-cell>"
                + "<table:table-cell table:number-columns-repeated=\"16000\"/>";
        byte[] sheets = OfficePaper.openDocument(
                OfficePaper.ODS,
                "",
                "<office:spreadsheet><table:table table:name=\"One\">"
                        + "<table:table-row table:number-rows-repeated=\"2\">" + cell + "</table:table-row>"
                        + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/>"
                        + "</table:table-row></table:table><table:table table:name=\"Two\"/></office:spreadsheet>");
        assertThat(pages("a.ods", OfficePaper.ODS, sheets))
                .containsExactly(
                        "One\n\n<table>\n<tr><th>7</th><th>7</th></tr>\n<tr><td>7</td><td>7</td></tr>\n</table>", "");
    }

    @Test
    void an_opendocument_presentation_is_a_page_a_slide() throws IOException {
        byte[] slides = OfficePaper.openDocument(
                OfficePaper.ODP,
                "",
                "<office:presentation><draw:page><draw:frame><text:p>One</text:p></draw:frame></draw:page>"
                        + "<draw:page/><draw:page><text:p>Three</text:p></draw:page></office:presentation>");
        assertThat(pages("a.odp", OfficePaper.ODP, slides)).containsExactly("One", "", "Three");
    }

    private static void assertSheets(String filename, String mime, Workbook workbook) throws IOException {
        Sheet sheet = workbook.createSheet("Orders");
        var head = sheet.createRow(2);
        head.createCell(1).setCellValue("Date");
        head.createCell(2).setCellValue("Sum");
        var row = sheet.createRow(5);
        CellStyle day = workbook.createCellStyle();
        day.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat("yyyy-mm-dd"));
        row.createCell(1).setCellValue(LocalDate.of(2026, 3, 14));
        row.getCell(1).setCellStyle(day);
        CellStyle money = workbook.createCellStyle();
        money.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat("#,##0.00"));
        row.createCell(2).setCellValue(1234.5);
        row.getCell(2).setCellStyle(money);
        workbook.createSheet("Empty");
        assertThat(pages(filename, mime, OfficePaper.bytes(workbook::write)))
                .containsExactly(
                        "Orders\n\n<table>\n<tr><th>Date</th><th>Sum</th></tr>\n"
                                + "<tr><td>2026-03-14</td><td>1,234.50</td></tr>\n</table>",
                        "");
    }

    private static void string(POIFSFileSystem files, String property, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_16LE);
        files.createDocument(new ByteArrayInputStream(bytes), "__substg1.0_" + property + "001F");
    }

    private static List<String> pages(String filename, String mime, byte[] bytes) {
        return PARSING.pages(Parsing.request(filename, mime, bytes));
    }
}
