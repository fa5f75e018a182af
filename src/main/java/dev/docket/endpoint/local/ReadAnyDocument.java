package dev.docket.endpoint.local;

import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Reads a document of any known type: decides the type, runs its reader and tells damage from refusal. */
final class ReadAnyDocument {
    private static final Logger LOG = Logger.getLogger(ReadAnyDocument.class);

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
            throw sorted(type, thrown);
        }
    }

    /** Libraries wrap what is thrown through them, and throw nearly anything at broken bytes. */
    private static RuntimeException sorted(DocumentType type, Exception thrown) {
        WorkStopped.check();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DocumentRefused || cause instanceof WorkStopped) {
                return (RuntimeException) cause;
            }
        }
        LOG.infof("A %s file was taken for damaged: %s", type, Unforeseen.trace(thrown));
        return DocumentRefused.damaged(type);
    }
}
