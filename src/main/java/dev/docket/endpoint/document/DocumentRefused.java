package dev.docket.endpoint.document;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import java.util.Map;

/**
 * Ends the work on a document with an error for the job's owner. It is thrown because it has to pass through the
 * parsers of libraries; the worker turns it into an answer.
 */
public final class DocumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> details;

    public DocumentRefused(ErrorCode code, String message) {
        this(code, message, null);
    }

    public DocumentRefused(ErrorCode code, String message, Map<String, Object> details) {
        // No stack trace: it is an outcome, and a flood of bad documents must not be dear.
        super(message, null, false, false);
        this.code = code;
        this.details = details;
    }

    static DocumentRefused damaged(DocumentType type) {
        return new DocumentRefused(
                ErrorCode.DOCUMENT_DAMAGED,
                "The document is a " + type.label() + " file, but it is broken or cut off and cannot be read.");
    }

    static DocumentRefused encrypted(DocumentType type) {
        return new DocumentRefused(
                ErrorCode.DOCUMENT_ENCRYPTED,
                "The " + type.label() + " file is protected by a password. Remove the password and send it again.");
    }

    public static DocumentRefused tooLarge(String what, long limit) {
        return new DocumentRefused(
                ErrorCode.DOCUMENT_TOO_LARGE,
                "The document has more " + what + " than the limit of " + limit + ".",
                Map.of("limit", limit));
    }

    public JobError error() {
        return new JobError(code, getMessage(), details);
    }
}
