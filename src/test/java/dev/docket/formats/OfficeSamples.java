package dev.docket.formats;

import dev.docket.functional.local.OfficePaper;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files of Microsoft Office, of both generations. */
final class OfficeSamples {
    private static final Rectangle PLACE = new Rectangle(10, 10, 300, 50);
    private static final String MINUTES = "Minutes of the meeting";
    private static final String REVIEW = "Quarterly review";
    private static final String SUM = "1,234.50";

    private OfficeSamples() {}

    static List<Sample> all() throws IOException {
        return List.of(
                new Sample("a.docx", OfficePaper.DOCX, OfficePaper.docx(), MINUTES),
                new Sample("a.doc", "application/msword", word97(), MINUTES),
                new Sample("a.xlsx", OfficePaper.XLSX, sheet(new XSSFWorkbook()), SUM),
                new Sample("a.xls", "application/vnd.ms-excel", sheet(new HSSFWorkbook()), SUM),
                new Sample("a.pptx", OfficePaper.PPTX, slide(), REVIEW),
                new Sample("a.ppt", "application/vnd.ms-powerpoint", slide97(), REVIEW),
                new Sample("a.msg", "application/vnd.ms-outlook", message(), "Delivery on Friday"));
    }

    private static byte[] word97() throws IOException {
        try (InputStream file = OfficeSamples.class.getResourceAsStream("/documents/word97.doc")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static byte[] sheet(Workbook workbook) throws IOException {
        try (workbook) {
            CellStyle money = workbook.createCellStyle();
            money.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat("#,##0.00"));
            var cell = workbook.createSheet("Orders").createRow(0).createCell(0);
            cell.setCellValue(1234.5);
            cell.setCellStyle(money);
            return OfficePaper.bytes(workbook::write);
        }
    }

    private static byte[] slide() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFTextBox box = show.createSlide().createTextBox();
            box.setAnchor(PLACE);
            box.setText(REVIEW);
            return OfficePaper.bytes(show::write);
        }
    }

    private static byte[] slide97() throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            HSLFTextBox box = new HSLFTextBox();
            box.setText(REVIEW);
            box.setAnchor(PLACE);
            show.createSlide().addShape(box);
            return OfficePaper.bytes(show::write);
        }
    }

    private static byte[] message() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[32]), "__properties_version1.0");
            string(files, "0037", "Delivery on Friday");
            string(files, "1000", "The parts arrive.");
            return OfficePaper.bytes(files::writeFilesystem);
        }
    }

    private static void string(POIFSFileSystem files, String property, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_16LE);
        files.createDocument(new ByteArrayInputStream(bytes), "__substg1.0_" + property + "001F");
    }
}
