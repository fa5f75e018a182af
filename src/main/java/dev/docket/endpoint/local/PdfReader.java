package dev.docket.endpoint.local;

import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads the text layer of a PDF. One without any is an image to Docket. */
final class PdfReader implements Reader {
    private static final long MEMORY = 64L * 1024 * 1024;

    static {
        FontMappers.set(new OneFont());
    }

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        PdfStreams.check(document.bytes(), allowance);
        try (PDDocument pdf = open(document, allowance)) {
            int count = pdf.getNumberOfPages();
            if (count == 0) {
                throw new DocumentRefused(ErrorCode.DOCUMENT_EMPTY, "The PDF has no pages.");
            }
            allowance.pages(count);
            return pages(pdf, allowance);
        } catch (InvalidPasswordException locked) {
            throw DocumentRefused.encrypted(DocumentType.PDF);
        }
    }

    private static PDDocument open(Document document, Allowance allowance) throws IOException {
        // What is unpacked beyond the memory given goes to temporary files.
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MEMORY);
        return Loader.loadPDF(new StoppablePdfSource(document.bytes()), "", null, null, memory.streamCache);
    }

    private static List<Page> pages(PDDocument pdf, Allowance allowance) throws IOException {
        List<Page> pages = new CapturePages(allowance).capture(pdf);
        if (pages.stream().allMatch(Page::isBlank)) {
            throw new DocumentRefused(
                    ErrorCode.DOCUMENT_HAS_NO_TEXT_LAYER,
                    "The PDF has no text, only images or drawings, and no OCR engine is available to read them.");
        }
        return pages;
    }
}
