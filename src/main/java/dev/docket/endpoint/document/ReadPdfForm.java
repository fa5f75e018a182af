package dev.docket.endpoint.document;

import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens a PDF to be filled in, and reads what is on its pages. Unlike other readings it takes pages without text. */
public final class ReadPdfForm {
    private final DocumentLimits limits;
    private final DecodeDataUrl decode;

    public ReadPdfForm(DocumentLimits limits) {
        this.limits = limits;
        decode = new DecodeDataUrl(limits.maxDocument().asLongValue());
    }

    /**
     * Reads the document on the calling thread, which can be interrupted.
     *
     * @throws DocumentRefused when it is no PDF, or cannot be read; tells the job's owner why
     * @throws WorkStopped when the thread was interrupted
     * @throws IOException when bytes in memory could not be read, which is unforeseen
     */
    public PdfForm read(SentDocument sent) throws IOException {
        return read(decode.decode(sent));
    }

    /** The same for a document that is decoded. */
    public PdfForm read(Document document) {
        Allowance allowance = new Allowance(limits);
        if (Signature.of(document.bytes()) == Signature.IMAGE
                || DetectType.detect(document, allowance) != DocumentType.PDF) {
            throw new DocumentRefused(
                    ErrorCode.DOCUMENT_TYPE_UNSUPPORTED, "Only PDF documents can be filled in; convert it to PDF.");
        }
        try {
            return open(document, allowance);
        } catch (IOException | RuntimeException thrown) {
            throw SortFailure.of(DocumentType.PDF, thrown);
        }
    }

    private static PdfForm open(Document document, Allowance allowance) throws IOException {
        PDDocument pdf = PdfReader.open(document, allowance);
        try {
            CapturePages capture = new CapturePages(allowance);
            return new PdfForm(document, pdf, pages(pdf, capture.capture(pdf), capture.drawn()));
        } catch (IOException | RuntimeException | Error thrown) {
            pdf.close();
            throw thrown;
        }
    }

    private static List<FormPage> pages(PDDocument pdf, List<Page> pages, List<DrawnPage> drawn) {
        List<FormPage> read = new ArrayList<>();
        for (int at = 0; at < pages.size(); at++) {
            DrawnPage page = drawn.get(at);
            read.add(
                    new FormPage(pages.get(at), page == null ? DrawnPage.empty(Upright.shown(pdf.getPage(at))) : page));
        }
        return read;
    }
}
