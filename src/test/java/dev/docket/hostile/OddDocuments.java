package dev.docket.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.docket.functional.local.OfficePaper;
import dev.docket.functional.local.PdfPaper;
import dev.docket.functional.local.ScanPaper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Documents that are easily read wrongly, and such as are not what they are called. */
final class OddDocuments {
    private static final String PDF = "application/pdf";
    private static final String HEBREW = "שלום עולם";
    private static final String ARABIC = "رقم الفاتورة";

    private OddDocuments() {}

    static Stream<HostileDocument> all() {
        return Stream.of(turned(), rightToLeft(), misnamed(), empty()).flatMap(each -> each);
    }

    private static Stream<HostileDocument> turned() {
        return Stream.of(
                pdf("PDF with a page turned by 90 degrees", turned(90), "first line", "second line"),
                pdf("PDF with a page turned by 180 degrees", turned(180), "first line", "second line"),
                pdf("PDF with a page turned by 270 degrees", turned(270), "first line", "second line"),
                pdf(
                        "PDF with a page written across",
                        new PdfPaper()
                                .landscape()
                                .text(50, 50, "first line")
                                .text(50, 64, "second line")
                                .bytes(),
                        "first line",
                        "second line"),
                pdf(
                        "PDF of two columns",
                        columns(),
                        "left column line 1",
                        "left column line 20",
                        "right column line 1",
                        "right column line 20"));
    }

    private static Stream<HostileDocument> rightToLeft() {
        String page = "<html><p dir=rtl>" + HEBREW + "</p><p dir=rtl>" + ARABIC + "</p>";
        String letter = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>" + HEBREW + " " + ARABIC
                + "</w:t></w:r></w:p></w:body></w:document>";
        return Stream.of(
                pdf("PDF with Hebrew text", drawn(HEBREW), HEBREW),
                pdf("PDF with Arabic text", drawn(ARABIC), ARABIC),
                HostileDocument.of(
                        "HTML with Hebrew and Arabic text",
                        "a.html",
                        "text/html",
                        () -> page.getBytes(UTF_8),
                        HEBREW,
                        ARABIC),
                HostileDocument.of(
                        "DOCX with Hebrew and Arabic text",
                        "a.docx",
                        OfficePaper.DOCX,
                        () -> OfficePaper.wordOf(letter),
                        HEBREW,
                        ARABIC));
    }

    private static Stream<HostileDocument> misnamed() {
        byte[] pdf = new PdfPaper().page().text(50, 50, "text").bytes();
        byte[] scan = ScanPaper.png(ScanPaper.of("text"));
        return Stream.of(
                HostileDocument.of("PDF whose data URL says it is a PNG", "a.pdf", "image/png", () -> pdf),
                HostileDocument.of("PDF whose data URL says it is text", "a.pdf", "text/plain", () -> pdf),
                HostileDocument.of("PNG whose data URL says it is a PDF", "a.png", PDF, () -> scan),
                HostileDocument.of("DOCX that is called a PDF", "a.pdf", PDF, OfficePaper::docx),
                HostileDocument.of(
                        "Program that is called a PDF",
                        "a.pdf",
                        PDF,
                        () -> "\u007fELF\2\1\1\0\0".getBytes(ISO_8859_1)));
    }

    private static Stream<HostileDocument> empty() {
        return Stream.of(
                HostileDocument.of("Empty file called a PDF", "a.pdf", PDF, () -> new byte[0]),
                HostileDocument.of("Empty file called a DOCX", "a.docx", OfficePaper.DOCX, () -> new byte[0]),
                HostileDocument.of("Empty file called a PNG", "a.png", "image/png", () -> new byte[0]),
                HostileDocument.of("Empty file called text", "a.txt", "text/plain", () -> new byte[0]),
                HostileDocument.of(
                        "PDF of a page with nothing on it",
                        "a.pdf",
                        PDF,
                        () -> new PdfPaper().page().bytes()),
                HostileDocument.of("PDF without pages", "a.pdf", PDF, () -> new PdfPaper().bytes()));
    }

    private static HostileDocument pdf(String title, byte[] bytes, String... words) {
        return HostileDocument.of(title, "a.pdf", PDF, () -> bytes, words);
    }

    private static byte[] turned(int degrees) {
        return new PdfPaper()
                .page(degrees)
                .text(50, 50, "first line")
                .text(50, 64, "second line")
                .bytes();
    }

    private static byte[] columns() {
        PdfPaper paper = new PdfPaper().page();
        for (int line = 1; line <= 20; line++) {
            paper.text(50, 80 + 14 * line, "This is the left column line " + line + " of twenty lines.");
            paper.text(310, 80 + 14 * line, "This is the right column line " + line + " of twenty lines.");
        }
        return paper.bytes();
    }

    /** The text as PDFs have it: its letters from left to right as they are seen, in a font that is not at hand. */
    private static byte[] drawn(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder codes = new StringBuilder();
        for (char letter : new StringBuilder(text).reverse().toString().toCharArray()) {
            codes.append((char) ('A' + names.size()));
            names.add(letter == ' ' ? "/space" : "/uni%04X".formatted((int) letter));
        }
        return RawPdf.page("/Resources<</Font<</F 5 0 R>>>>", "BT /F 12 Tf 50 700 Td (" + codes + ") Tj ET")
                .object("<</Type/Font/Subtype/TrueType/BaseFont/Nowhere/FirstChar 65/LastChar 90/Widths["
                        + "500 ".repeat(26) + "]/Encoding<</Type/Encoding/Differences[65" + String.join("", names)
                        + "]>>>>")
                .bytes();
    }
}
