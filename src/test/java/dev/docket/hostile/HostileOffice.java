package dev.docket.hostile;

import static dev.docket.functional.local.OfficePaper.DOCX;
import static dev.docket.functional.local.OfficePaper.ODS;
import static dev.docket.functional.local.OfficePaper.ODT;
import static dev.docket.functional.local.OfficePaper.PPTX;
import static dev.docket.functional.local.OfficePaper.XLSX;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.docket.functional.local.OfficePaper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Packed documents that are bombs, deep, locked or broken. */
final class HostileOffice {
    private static final String WORD = "word/document.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String SLIDE = "ppt/slides/slide1.xml";
    private static final int BOMB = 300 * 1024 * 1024;

    private HostileOffice() {}

    static Stream<HostileDocument> all(String secret) {
        return Stream.of(bombs(), entities(secret), deep(), broken()).flatMap(each -> each);
    }

    private static Stream<HostileDocument> bombs() {
        return Stream.of(
                word("DOCX whose text unpacks to 300 MB", () -> swollen(OfficePaper.docx(), WORD)),
                sheet("XLSX whose sheet unpacks to 300 MB", () -> swollen(workbook(), SHEET)),
                sheet("XLSX whose shared texts unpack to 300 MB", () -> swollen(workbook(), "xl/sharedStrings.xml")),
                slides("PPTX whose slide unpacks to 300 MB", () -> swollen(show(), SLIDE)),
                word("DOCX whose list of parts unpacks to 300 MB", () -> swollen(OfficePaper.docx(), "_rels/.rels")),
                word("DOCX of 100,000 parts", HostileOffice::manyParts),
                sheet("XLSX with cells in the first and in the last corner", () -> corners(), "far away"),
                HostileDocument.of("ODS whose rows and cells repeat to 17 billion", "a.ods", ODS, () -> repeated()),
                HostileDocument.of("Zip file in a zip file, ten times", "a.zip", "application/zip", () -> zips()),
                word("Zip file in a zip file, named a DOCX", () -> zips()));
    }

    private static Stream<HostileDocument> entities(String secret) {
        String laughs = Entities.laughing("w:document");
        String outside = Entities.outside("w:document", secret);
        return Stream.of(
                word("DOCX with entities that grow to 3 billion", () -> begun(OfficePaper.docx(), WORD, laughs)),
                word("DOCX with an entity from outside", () -> begun(OfficePaper.docx(), WORD, outside)),
                word("DOCX with entities in its list of parts", () -> begun(OfficePaper.docx(), "_rels/.rels", laughs)),
                word(
                        "DOCX with an outside entity in its list of types",
                        () -> begun(OfficePaper.docx(), "[Content_Types].xml", outside)),
                sheet("XLSX with entities that grow to 3 billion", () -> begun(workbook(), SHEET, laughs)),
                sheet(
                        "XLSX with an entity from outside in its texts",
                        () -> begun(workbook(), "xl/sharedStrings.xml", outside)),
                slides("PPTX with entities that grow to 3 billion", () -> begun(show(), SLIDE, laughs)));
    }

    private static Stream<HostileDocument> deep() {
        String tables = "<w:tbl><w:tr><w:tc>".repeat(20_000) + "</w:tc></w:tr></w:tbl>".repeat(20_000);
        String frames = "<p:grpSp>".repeat(50_000) + "</p:grpSp>".repeat(50_000);
        return Stream.of(
                word("DOCX with 20,000 tables within one another", () -> OfficePaper.wordOf(wordXml(tables))),
                slides(
                        "PPTX with 50,000 groups within one another",
                        () -> replaced(show(), SLIDE, "<p:sld xmlns:p=\"p\"><p:cSld>" + frames + "</p:cSld></p:sld>")));
    }

    private static Stream<HostileDocument> broken() {
        return Stream.of(
                word("DOCX with a password", () -> OfficePaper.locked(OfficePaper.docx(), "open sesame")),
                sheet("XLSX with a password", () -> OfficePaper.locked(workbook(), "open sesame")),
                HostileDocument.of("ODT with a password", "a.odt", ODT, HostileOffice::lockedText),
                HostileDocument.cut("DOCX cut off at each tenth", "a.docx", DOCX, OfficePaper::docx),
                HostileDocument.cut("XLSX cut off at each tenth", "a.xlsx", XLSX, HostileOffice::workbook),
                HostileDocument.cut("PPTX cut off at each tenth", "a.pptx", PPTX, HostileOffice::show));
    }

    private static HostileDocument word(String title, HostileDocument.Bytes bytes) {
        return HostileDocument.of(title, "a.docx", DOCX, bytes);
    }

    private static HostileDocument sheet(String title, HostileDocument.Bytes bytes, String... words) {
        return HostileDocument.of(title, "a.xlsx", XLSX, bytes, words);
    }

    private static HostileDocument slides(String title, HostileDocument.Bytes bytes) {
        return HostileDocument.of(title, "a.pptx", PPTX, bytes);
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("Stock");
            for (int row = 0; row < 100; row++) {
                sheet.createRow(row).createCell(0).setCellValue("Widget " + row);
                sheet.getRow(row).createCell(1).setCellValue(row);
            }
            return OfficePaper.bytes(workbook::write);
        }
    }

    private static byte[] corners() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("Wide");
            sheet.createRow(0).createCell(0).setCellValue("near by");
            sheet.createRow(1_048_575).createCell(16_383).setCellValue("far away");
            return OfficePaper.bytes(workbook::write);
        }
    }

    private static byte[] show() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("A slide");
            return OfficePaper.bytes(show::write);
        }
    }

    private static String wordXml(String body) {
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                + "</w:body></w:document>";
    }

    /** The file with a part of so many spaces behind what it begins with. */
    private static byte[] swollen(byte[] file, String part) throws IOException {
        return changed(file, part, (content, out) -> {
            int end = new String(content, ISO_8859_1).lastIndexOf("</");
            out.write(content, 0, end);
            byte[] block = " ".repeat(1024 * 1024).getBytes(ISO_8859_1);
            for (int at = 0; at < BOMB; at += block.length) {
                out.write(block);
            }
            out.write(content, end, content.length - end);
        });
    }

    /** The file with a part that begins with this declaration of entities and uses them. */
    private static byte[] begun(byte[] file, String part, String declaration) throws IOException {
        return changed(file, part, (content, out) -> {
            String xml = new String(content, ISO_8859_1);
            int root = xml.indexOf('<', xml.indexOf("?>") + 1);
            int last = xml.lastIndexOf("</");
            String changed = declaration + xml.substring(Math.max(0, root), last) + "&z;" + xml.substring(last);
            out.write(changed.getBytes(ISO_8859_1));
        });
    }

    private static byte[] replaced(byte[] file, String part, String content) throws IOException {
        return changed(file, part, (old, out) -> out.write(content.getBytes(ISO_8859_1)));
    }

    private interface Change {
        void write(byte[] content, ZipOutputStream out) throws IOException;
    }

    private static byte[] changed(byte[] file, String part, Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean found = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(part)) {
                    found = true;
                    change.write(content, out);
                } else {
                    out.write(content);
                }
            }
        }
        if (!found) {
            throw new IllegalArgumentException("no part " + part);
        }
        return bytes.toByteArray();
    }

    private static byte[] manyParts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int at = 0; at < 100_000; at++) {
                out.putNextEntry(new ZipEntry("word/" + at + ".xml"));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] repeated() throws IOException {
        String cells = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell"
                + " table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>";
        return OfficePaper.openDocument(
                ODS, "", "<office:spreadsheet><table:table>" + cells + "</table:table></office:spreadsheet>");
    }

    private static byte[] zips() throws IOException {
        byte[] inner = "text".getBytes(ISO_8859_1);
        for (int level = 0; level < 10; level++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (int copy = 0; copy < 10; copy++) {
                    out.putNextEntry(new ZipEntry(copy + ".zip"));
                    out.write(inner);
                }
            }
            inner = bytes.toByteArray();
        }
        return inner;
    }

    private static byte[] lockedText() throws IOException {
        return OfficePaper.zip(
                Map.of("mimetype", ODT, "content.xml", "???", "META-INF/manifest.xml", "<encryption-data/>"));
    }
}
