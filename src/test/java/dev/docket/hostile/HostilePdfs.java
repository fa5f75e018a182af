package dev.docket.hostile;

import static dev.docket.hostile.RawPdf.deflated;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.docket.functional.local.PdfPaper;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;

/** PDFs that are large, deep, endless or broken. */
final class HostilePdfs {
    private static final String PDF = "application/pdf";
    private static final int MANY = 200_000;
    private static final String HELLO = "BT /F 12 Tf 50 700 Td (Hello there) Tj ET";
    private static final String FONT = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";

    private HostilePdfs() {}

    static Stream<HostileDocument> all() {
        return Stream.of(large(), packed(), deep(), endless(), broken()).flatMap(each -> each);
    }

    private static Stream<HostileDocument> large() {
        return Stream.of(
                pdf("PDF of 200,000 objects, each in its table", HostilePdfs::listedObjects, "Hello there"),
                pdf("PDF of 200,000 objects without a table of them", HostilePdfs::unlistedObjects, "Hello there"),
                pdf("PDF of a million objects", HostilePdfs::packedObjects),
                pdf("PDF of 2,000 pages", () -> pages(2000), "page 1", "page 2000"),
                pdf("PDF of 2,001 pages", () -> pages(2001)),
                pdf("PDF with a page of 100,000 letters", HostilePdfs::manyLetters),
                pdf("PDF with a page of 200,000 lines", HostilePdfs::manyLines),
                pdf("PDF with a page as large as numbers go", HostilePdfs::hugePage, "Hello there"));
    }

    private static Stream<HostileDocument> packed() {
        byte[] zeros = new byte[16 * 1024 * 1024];
        return Stream.of(
                pdf("PDF with a stream that unpacks to 320 MB", () -> drawn("/FlateDecode", deflated(zeros, 20))),
                pdf(
                        "PDF with a stream packed twice that unpacks to 320 MB",
                        () -> drawn("[/FlateDecode/FlateDecode]", deflated(deflated(zeros, 20)))),
                pdf(
                        "PDF with an LZW stream that unpacks to 512 MB",
                        () -> drawn("/LZWDecode", LzwZeros.of(512 * 1024 * 1024))),
                pdf(
                        "PDF with a run-length stream that unpacks to 512 MB",
                        () -> drawn("[/FlateDecode/RunLengthDecode]", deflated(runs(), 1))));
    }

    private static Stream<HostileDocument> deep() {
        return Stream.of(
                pdf("PDF with a page tree of 50,000 levels", HostilePdfs::deepTree),
                pdf("PDF with a page tree in a circle", HostilePdfs::treeInACircle),
                pdf("PDF with a page tree that doubles 40 times", HostilePdfs::doublingTree),
                pdf("PDF with 100,000 dictionaries within one another", () -> nested("<</A ", ">>")),
                pdf("PDF with 100,000 arrays within one another", () -> nested("[", "]")),
                pdf("PDF with 100,000 graphics states that are never ended", HostilePdfs::states));
    }

    private static Stream<HostileDocument> endless() {
        return Stream.of(
                pdf("PDF with a drawing that draws itself", () -> drawings(1, 2)),
                pdf("PDF with drawings in drawings, 10 to the 9th of them", () -> drawings(9, 10)),
                pdf("PDF with a font whose letters are drawn with that font", HostilePdfs::selfDrawnFont),
                pdf("PDF with a font whose table of letters has 4 billion entries", HostilePdfs::endlessLetters));
    }

    private static Stream<HostileDocument> broken() {
        return Stream.of(
                pdf("PDF with a font that is nowhere", () -> font("/Type1", "/NoSuchFont", ""), "Hello there"),
                pdf(
                        "PDF with a font program that is broken",
                        () -> font("/TrueType", "/Broken", "/FontDescriptor 6 0 R"),
                        "Hello there"),
                pdf("PDF with a password", () -> paper().lock("open sesame").bytes()),
                HostileDocument.cut("PDF cut off at each tenth", "a.pdf", PDF, () -> paper().bytes()),
                HostileDocument.cut(
                        "PDF with packed objects, cut off at each tenth", "a.pdf", PDF, () -> paper().packed()));
    }

    private static HostileDocument pdf(String title, HostileDocument.Bytes bytes, String... words) {
        return HostileDocument.of(title, "a.pdf", PDF, bytes, words);
    }

    private static byte[] listedObjects() {
        RawPdf pdf = RawPdf.page(FONT, HELLO);
        for (int at = 5; at <= MANY; at++) {
            pdf.object("0");
        }
        return pdf.bytes();
    }

    private static byte[] unlistedObjects() {
        StringBuilder objects = new StringBuilder();
        for (int at = 10; at < MANY; at++) {
            objects.append(at).append(" 0 obj 0 endobj\n");
        }
        byte[] page = RawPdf.page(FONT, HELLO).withoutTable();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
        all.writeBytes(objects.toString().getBytes(ISO_8859_1));
        all.writeBytes(page);
        return all.toByteArray();
    }

    /** A thousand streams of a thousand objects each. */
    private static byte[] packedObjects() {
        return new PackedObjects(FONT, HELLO).bytes(1000, 1000);
    }

    private static byte[] pages(int count) {
        PdfPaper paper = new PdfPaper();
        for (int page = 1; page <= count; page++) {
            paper.page().text(50, 50, "This is page " + page);
        }
        return paper.bytes();
    }

    private static byte[] manyLetters() {
        StringBuilder content = new StringBuilder("BT /F 1 Tf 50 800 Td 1 TL\n");
        for (int line = 0; line < 1000; line++) {
            content.append('(').append("letter ".repeat(14)).append(") Tj T*\n");
        }
        return RawPdf.page(FONT, content.append("ET").toString()).bytes();
    }

    private static byte[] manyLines() {
        StringBuilder content = new StringBuilder(HELLO);
        for (int at = 0; at < MANY; at++) {
            content.append(at % 500).append(" 0 m ").append(at % 500).append(" 9 l S\n");
        }
        return RawPdf.page(FONT, content.toString()).bytes();
    }

    private static byte[] hugePage() {
        return RawPdf.page(FONT + "/CropBox[-1e30 -1e30 1e30 1e30]/UserUnit 1e30", HELLO)
                .bytes();
    }

    private static byte[] drawn(String filter, byte[] content) {
        return new RawPdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>")
                        .stream("/Filter" + filter, content)
                        .bytes();
    }

    /** Each pair of bytes says: the next byte 128 times. */
    private static byte[] runs() {
        byte[] runs = new byte[8 * 1024 * 1024];
        for (int at = 0; at < runs.length; at += 2) {
            runs[at] = (byte) 129;
        }
        return runs;
    }

    private static byte[] deepTree() {
        RawPdf pdf = new RawPdf().object("<</Type/Catalog/Pages 2 0 R>>");
        for (int at = 2; at < 50_000; at++) {
            pdf.object("<</Type/Pages/Parent " + (at - 1) + " 0 R/Kids[" + (at + 1) + " 0 R]/Count 1>>");
        }
        return pdf.object("<</Type/Page/Parent 49999 0 R/MediaBox[0 0 595 842]>>")
                .bytes();
    }

    private static byte[] treeInACircle() {
        return new RawPdf()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Kids[3 0 R]/Count 9>>")
                .object("<</Type/Pages/Kids[2 0 R]/Count 9>>")
                .bytes();
    }

    private static byte[] doublingTree() {
        RawPdf pdf = new RawPdf().object("<</Type/Catalog/Pages 2 0 R>>");
        for (int at = 2; at < 42; at++) {
            pdf.object("<</Type/Pages/Count 1/Kids[%1$d 0 R %1$d 0 R]>>".formatted(at + 1));
        }
        return pdf.object("<</Type/Page/MediaBox[0 0 595 842]>>").bytes();
    }

    private static byte[] nested(String open, String close) {
        return RawPdf.page(FONT + "/Deep " + open.repeat(100_000) + "0" + close.repeat(100_000), HELLO)
                .bytes();
    }

    private static byte[] states() {
        return RawPdf.page(FONT, "q ".repeat(100_000) + HELLO).bytes();
    }

    /** Each drawing draws the next so often; the last one itself. */
    private static byte[] drawings(int levels, int times) {
        RawPdf pdf = RawPdf.page("/Resources<</XObject<</X 5 0 R>>>>", "/X Do ".repeat(times));
        for (int level = 1; level <= levels; level++) {
            int next = 4 + Math.min(levels, level + 1);
            pdf.stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X " + next + " 0 R>>>>",
                    "/X Do ".repeat(times).getBytes(ISO_8859_1));
        }
        return pdf.bytes();
    }

    private static byte[] selfDrawnFont() {
        return RawPdf.page("/Resources<</Font<</F 5 0 R>>>>", HELLO)
                .object("<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 0/LastChar 255"
                        + "/Widths[" + "1 ".repeat(256) + "]/CharProcs<</H 6 0 R>>/Resources<</Font<</F 5 0 R>>>>"
                        + "/Encoding<</Type/Encoding/Differences[72/H]>>>>")
                .stream("", HELLO.getBytes(ISO_8859_1))
                .bytes();
    }

    private static byte[] endlessLetters() {
        String table = "begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange\n"
                + "2 beginbfrange <00000000> <ffffffff> <0041> <0000> <ffff> <0041> endbfrange\n"
                + "1 begincidrange <00000000> <ffffffff> 0 endcidrange endcmap";
        return RawPdf.page("/Resources<</Font<</F 5 0 R>>>>", HELLO)
                .object("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 6 0 R/ToUnicode 6 0 R/DescendantFonts["
                        + "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo"
                        + "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>")
                .stream("/Type/CMap/CMapName/X", table.getBytes(ISO_8859_1))
                .bytes();
    }

    private static byte[] font(String subtype, String name, String more) {
        return RawPdf.page("/Resources<</Font<</F 5 0 R>>>>", HELLO)
                .object("<</Type/Font/Subtype" + subtype + "/BaseFont" + name + more + ">>")
                .object("<</Type/FontDescriptor/FontName" + name + "/Flags 32/FontFile2 7 0 R>>")
                .stream("", "not a font".repeat(100).getBytes(ISO_8859_1))
                .bytes();
    }

    private static PdfPaper paper() {
        PdfPaper paper = new PdfPaper();
        for (int page = 1; page <= 3; page++) {
            paper.page().text(50, 50, "Name: ____________ of page " + page).box(50, 80, 10, 10);
        }
        return paper;
    }
}
