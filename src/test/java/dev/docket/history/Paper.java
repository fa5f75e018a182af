package dev.docket.history;

import dev.docket.job.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The documents of the jobs: what a run of each must come to. */
enum Paper {
    /** Read in a moment. */
    SHORT("note.txt", "text/plain", "Two chairs and a table.".getBytes(StandardCharsets.UTF_8)),
    /** Small as well, and takes long enough to be caught at work. */
    LONG("long.pdf", "application/pdf", LongPaper.bytes()),
    /** Fails when it is read. */
    DAMAGED("broken.pdf", "application/pdf", "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8));

    private final String createBody;

    Paper(String filename, String type, byte[] bytes) {
        this.createBody = "{\"endpoint\":\"/v1/documents/parse\",\"request\":{\"document\":{\"filename\":\"" + filename
                + "\",\"url\":\"data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes) + "\"}}}";
    }

    boolean isReadable() {
        return this != DAMAGED;
    }

    /** The code that the document itself fails a job with; null for a good one. */
    String failure() {
        return isReadable() ? null : ErrorCode.DOCUMENT_DAMAGED.wire();
    }

    String createBody() {
        return createBody;
    }
}
