package dev.docket.chaos;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The bodies of create calls for the black-box tests. */
final class Documents {
    private static final int LINES = 60;

    private Documents() {}

    /** Takes a moment to read. */
    static String shortText(String text) {
        return parse("note.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes seconds to read: so many pages full of text. */
    static String longPdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int page = 1; page <= pages; page++) {
                addPage(document, font, page);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return parse("long.pdf", "application/pdf", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A create body of about so many bytes, whose document is of a type that is refused at once when it is run. */
    static Path large(Path directory, int bytes) {
        try {
            Path file = Files.createTempFile(directory, "large-", ".json");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                out.write(
                        "{\"endpoint\":\"/v1/documents/parse\",\"request\":{\"document\":{\"filename\":\"a.bin\",\"url\":\""
                                .getBytes(StandardCharsets.UTF_8));
                out.write("data:application/octet-stream;base64,".getBytes(StandardCharsets.UTF_8));
                byte[] block = "QUJD".repeat(16 * 1024).getBytes(StandardCharsets.UTF_8);
                for (int written = 0; written < bytes; written += block.length) {
                    out.write(block);
                }
                out.write("\"}}}".getBytes(StandardCharsets.UTF_8));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addPage(PDDocument document, PDType1Font font, int number) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 9);
            content.setLeading(12);
            content.newLineAtOffset(40, 760);
            for (int line = 1; line <= LINES; line++) {
                content.showText(
                        "Page " + number + ", line " + line + ": the quick brown fox jumps over the lazy dog again.");
                content.newLine();
            }
            content.endText();
        }
    }

    private static String parse(String filename, String type, byte[] bytes) {
        return "{\"endpoint\":\"/v1/documents/parse\",\"request\":{\"document\":{\"filename\":\"" + filename
                + "\",\"url\":\"data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes) + "\"}}}";
    }
}
