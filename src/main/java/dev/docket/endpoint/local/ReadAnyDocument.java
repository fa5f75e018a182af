package dev.docket.endpoint.local;

import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.util.List;

/** Reads a document of any known type: decides the type, runs its reader, and sees that something was read. */
final class ReadAnyDocument {
    private final LocalConfig limits;

    ReadAnyDocument(LocalConfig limits) {
        this.limits = limits;
    }

    ReadDocument read(Document document) {
        Allowance allowance = new Allowance(limits);
        DocumentType type = DetectType.detect(document, allowance);
        List<Page> pages = pages(type, document, allowance);
        WorkStopped.check();
        if (pages.stream().allMatch(Page::isBlank)) {
            throw new DocumentRefused(
                    ErrorCode.DOCUMENT_EMPTY, "The " + type.label() + " file has no text in it at all.");
        }
        return new ReadDocument(type, pages);
    }

    private static List<Page> pages(DocumentType type, Document document, Allowance allowance) {
        try {
            return Readers.of(type).read(document, allowance);
        } catch (IOException | RuntimeException thrown) {
            throw SortFailure.of(type, thrown);
        }
    }
}
