package dev.docket.functional.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Makes office files for tests. */
public final class OfficePaper {
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    public static final String ODT = "application/vnd.oasis.opendocument.text";
    public static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    public static final String ODP = "application/vnd.oasis.opendocument.presentation";

    private OfficePaper() {}

    /** What writes itself, as most documents of POI do. */
    public interface Writable {
        void write(OutputStream out) throws IOException;
    }

    public static byte[] bytes(Writable document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    /** Two pages: a paragraph and a table of two rows, then a paragraph. */
    public static byte[] docx() throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Minutes of the meeting");
            XWPFTable table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Name");
            table.getRow(0).getCell(1).setText("Task");
            table.getRow(1).getCell(0).setText("Ada");
            table.getRow(1).getCell(1).setText("Engine");
            word.createParagraph().createRun().addBreak(BreakType.PAGE);
            word.createParagraph().createRun().setText("Second page");
            return bytes(word::write);
        }
    }

    public static byte[] locked(byte[] office, String password) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(files)) {
                new ByteArrayInputStream(office).transferTo(out);
            }
            return bytes(files::writeFilesystem);
        }
    }

    /** A packed file that claims another method for all its parts. */
    public static byte[] packedBy(int method, byte[] zip) {
        byte[] other = zip.clone();
        for (int at = 0; at + 12 < other.length; at++) {
            boolean head = other[at] == 'P' && other[at + 1] == 'K';
            if (head && other[at + 2] == 3 && other[at + 3] == 4) {
                other[at + 8] = (byte) method;
            } else if (head && other[at + 2] == 1 && other[at + 3] == 2) {
                other[at + 10] = (byte) method;
            }
        }
        return other;
    }

    /** An OpenDocument file whose content is the body's element given. */
    public static byte[] openDocument(String mime, String styles, String body) throws IOException {
        String content = "<office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\">"
                + "<office:automatic-styles>" + styles + "</office:automatic-styles>"
                + "<office:body>" + body + "</office:body></office:document-content>";
        return zip(Map.of("mimetype", mime, "content.xml", content));
    }

    public static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** A Word file with the XML given as its document. */
    public static byte[] wordOf(String xml) throws IOException {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + DOCX + ".main+xml\"/></Types>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
        return zip(Map.of("[Content_Types].xml", types, "_rels/.rels", relations, "word/document.xml", xml));
    }

    /** An Excel file of one sheet with these rows, whose cells share these texts. Its styles are absent. */
    public static byte[] excelOf(String rows, String texts) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        String relations = "<Relationships xmlns=\"" + packages + "relationships\">%s</Relationships>";
        String relation = "<Relationship Id=\"%s\" Type=\"" + office + "/%s\" Target=\"%s\"/>";
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"" + packages + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"" + XLSX + ".main+xml\"/></Types>",
                "_rels/.rels",
                relations.formatted(relation.formatted("r1", "officeDocument", "xl/workbook.xml")),
                "xl/_rels/workbook.xml.rels",
                relations.formatted(relation.formatted("r1", "worksheet", "sheet1.xml")
                        + relation.formatted("r2", "sharedStrings", "texts.xml")),
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"One\" r:id=\"r1\"/></sheets></workbook>",
                "xl/sheet1.xml",
                "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>",
                "xl/texts.xml",
                "<sst xmlns=\"" + main + "\">" + texts + "</sst>"));
    }
}
