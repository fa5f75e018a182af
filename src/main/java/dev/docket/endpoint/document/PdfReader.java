package dev.docket.endpoint.document;

import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Reads the text layer of a PDF. One without any is an image to Docket. */
final class PdfReader implements Reader {
    private static final long MEMORY = 64L * 1024 * 1024;

    private static final int TAIL = 2048;

    static {
        FontMappers.set(new OneFont());
    }

    private final Optional<ReadPictures> pictures;

    /** @param pictures how scanned pages are read, if this machine can */
    PdfReader(Optional<ReadPictures> pictures) {
        this.pictures = pictures;
    }

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (PDDocument pdf = open(document, allowance)) {
            List<Page> pages = new CapturePages(allowance).capture(pdf);
            if (pictures.isPresent() && pages.stream().anyMatch(Page::isBlank)) {
                pages = new ScannedPages(pdf, pictures.get()).read(pages, allowance);
            }
            if (pages.stream().allMatch(Page::isBlank)) {
                throw noText(document, pictures.isPresent());
            }
            return pages;
        }
    }

    /** Opens a PDF that has no more pages than it may. */
    static PDDocument open(Document document, Allowance allowance) throws IOException {
        PdfObjects.check(document.bytes());
        PdfStreams.check(document.bytes(), allowance);
        PDDocument pdf;
        try {
            pdf = load(document);
        } catch (InvalidPasswordException locked) {
            throw DocumentRefused.encrypted(DocumentType.PDF);
        }
        try {
            PageTree.check(pdf);
            int count = pdf.getNumberOfPages();
            if (count == 0) {
                throw new DocumentRefused(ErrorCode.DOCUMENT_EMPTY, "The PDF has no pages.");
            }
            allowance.pages(count);
            return pdf;
        } catch (RuntimeException refused) {
            pdf.close();
            throw refused;
        }
    }

    private static PDDocument load(Document document) throws IOException {
        // What is unpacked beyond the memory given goes to temporary files.
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MEMORY);
        return Loader.loadPDF(new StoppablePdfSource(document.bytes()), "", null, null, memory.streamCache);
    }

    private static DocumentRefused noText(Document document, boolean looked) {
        byte[] bytes = document.bytes();
        int from = Math.max(0, bytes.length - TAIL);
        String tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        // PDFBox mends what it can: of a file that was cut off, pages may be left without what stood on them.
        return !tail.contains("%%EOF")
                ? DocumentRefused.damaged(DocumentType.PDF)
                : new DocumentRefused(
                        ErrorCode.DOCUMENT_HAS_NO_TEXT_LAYER,
                        looked
                                ? "The PDF has no text, and none was found in the images that it shows."
                                : "The PDF has no text, only images or drawings, and no OCR engine is available to"
                                        + " read them.");
    }
}
