package dev.docket.endpoint.document;

import org.jboss.logging.Logger;

/** Tells what stopped a library: our own refusal or stop that it may have wrapped, or else broken bytes. */
final class SortFailure {
    private static final Logger LOG = Logger.getLogger(SortFailure.class);

    private SortFailure() {}

    /** The exception to throw on. Libraries throw nearly anything at broken bytes, so all else means damage. */
    static RuntimeException of(DocumentType type, Exception thrown) {
        WorkStopped.check();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DocumentRefused || cause instanceof WorkStopped) {
                return (RuntimeException) cause;
            }
        }
        LOG.infof("A document of type %s was taken for damaged: %s", type, Unforeseen.trace(thrown));
        return DocumentRefused.damaged(type);
    }
}
