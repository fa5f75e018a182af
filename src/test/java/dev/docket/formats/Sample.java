package dev.docket.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.docket.functional.local.OfficePaper;
import dev.docket.functional.local.PdfPaper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;

/** A small document of a format, and what its text has in it. */
record Sample(String filename, String type, byte[] bytes, String words) {
    private static final String WORDS = "Total due 26.50";

    /** One of each format that holds text. */
    static List<Sample> all() throws IOException {
        return Stream.of(List.of(of("a.pdf", "application/pdf", pdf())), OfficeSamples.all(), open(), written())
                .flatMap(List::stream)
                .toList();
    }

    static Sample of(String filename, String type, byte[] bytes) {
        return new Sample(filename, type, bytes, WORDS);
    }

    private static byte[] pdf() {
        return new PdfPaper()
                .page()
                .text(PdfPaper.BOLD, 14, 50, 50, "Invoice")
                .text(50, 80, WORDS)
                .bytes();
    }

    private static List<Sample> open() throws IOException {
        String paragraph = "<text:p>" + WORDS + "</text:p>";
        String cell = "<table:table-row><table:table-cell>" + paragraph + "</table:table-cell></table:table-row>";
        return List.of(
                open("a.odt", OfficePaper.ODT, "<office:text>" + paragraph + "</office:text>"),
                open(
                        "a.ods",
                        OfficePaper.ODS,
                        "<office:spreadsheet><table:table>" + cell + "</table:table></office:spreadsheet>"),
                open(
                        "a.odp",
                        OfficePaper.ODP,
                        "<office:presentation><draw:page><draw:frame>" + paragraph
                                + "</draw:frame></draw:page></office:presentation>"));
    }

    private static Sample open(String filename, String type, String body) throws IOException {
        return of(filename, type, OfficePaper.openDocument(type, "", body));
    }

    private static List<Sample> written() {
        String mail = "From: a@example.com\r\nTo: b@example.com\r\nSubject: =?iso-8859-15?Q?Bill_=A4?=\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1252\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\nTotal due=20=80 26.50\r\n";
        String archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>" + WORDS + "</p>\r\n--b--\r\n";
        return List.of(
                text("a.rtf", "application/rtf", "{\\rtf1\\ansi\\ansicpg1252 Total due \\'80 26.50}", ISO_8859_1)
                        .saying("Total due € 26.50"),
                text("a.html", "text/html", "<html><body><p>" + WORDS + "</p></body></html>", UTF_8),
                text("a.eml", "message/rfc822", mail, ISO_8859_1).saying("Total due € 26.50"),
                text("a.mhtml", "message/rfc822", archive, ISO_8859_1),
                text("a.csv", "text/csv", "Item,Sum\n" + WORDS + ",1\n", UTF_8),
                text("a.tsv", "text/tab-separated-values", "Item\tSum\n" + WORDS + "\t1\n", UTF_8),
                text("a.json", "application/json", "{\"note\":\"" + WORDS + "\"}", UTF_8),
                text("a.txt", "text/plain", "\ufeff" + WORDS, UTF_16LE),
                text("kanji.html", "text/html", "<meta charset=Shift_JIS><p>請求書 " + WORDS, Charset.forName("Shift_JIS"))
                        .saying("請求書 " + WORDS));
    }

    private Sample saying(String other) {
        return new Sample(filename, type, bytes, other);
    }

    private static Sample text(String filename, String type, String text, Charset charset) {
        return of(filename, type, text.getBytes(charset));
    }

    @Override
    public String toString() {
        return filename;
    }
}
