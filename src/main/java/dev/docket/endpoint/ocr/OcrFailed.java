package dev.docket.endpoint.ocr;

/** The engine could not read what it was given. The message is for the job's owner, and has nothing of the document. */
public final class OcrFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OcrFailed(String message) {
        super(message, null, false, false);
    }
}
