package dev.docket.endpoint.document;

import dev.docket.endpoint.ocr.FindEngine;
import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a document of any known type: decides the type, runs its reader, and sees that something was read. */
public final class ReadAnyDocument {
    private final DocumentLimits limits;
    private final DecodeDataUrl decode;
    private final Readers readers;

    public ReadAnyDocument(DocumentLimits limits) {
        this(limits, new Readers(ReadPictures.with(FindEngine.of(limits.ocr()), limits.ocr())));
    }

    private ReadAnyDocument(DocumentLimits limits, Readers readers) {
        this.limits = limits;
        this.readers = readers;
        decode = new DecodeDataUrl(limits.maxDocument().asLongValue());
    }

    /** A reading that leaves pictures alone, for those who look at them themselves. */
    public static ReadAnyDocument withoutOcr(DocumentLimits limits) {
        return new ReadAnyDocument(limits, new Readers(Optional.empty()));
    }

    /**
     * Reads the document on the calling thread, which can be interrupted.
     *
     * @throws DocumentRefused when it cannot be read; tells the job's owner why
     * @throws WorkStopped when the thread was interrupted
     * @throws IOException when bytes in memory could not be read, which is unforeseen
     */
    public ReadDocument read(SentDocument sent) throws IOException {
        Document document = decode.decode(sent);
        Allowance allowance = new Allowance(limits);
        DocumentType type = DetectType.detect(document, allowance);
        List<Page> pages = pages(type, document, allowance);
        WorkStopped.check();
        if (pages.stream().allMatch(Page::isBlank)) {
            throw new DocumentRefused(
                    ErrorCode.DOCUMENT_EMPTY, "The " + type.label() + " file has no text in it at all.");
        }
        return new ReadDocument(document, type, pages);
    }

    private List<Page> pages(DocumentType type, Document document, Allowance allowance) {
        try {
            return readers.of(type).read(document, allowance);
        } catch (IOException | RuntimeException thrown) {
            throw SortFailure.of(type, thrown);
        }
    }
}
