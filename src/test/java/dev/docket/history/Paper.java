package dev.docket.history;

import dev.docket.job.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The documents of the jobs: what a run of each must come to. */
enum Paper {
    /** Read in a moment. */
    SHORT("note.txt", "text/plain", "Two chairs and a table."),
    /** Takes long enough to be caught at work. */
    LONG("long.csv", "text/csv", "chair,4,19.99,Oak, waxed,in stock\n".repeat(4_000)),
    /** Fails when it is read. */
    DAMAGED("broken.pdf", "application/pdf", "%PDF-1.7 and nothing that a PDF is made of");

    private final String filename;
    private final String type;
    private final String text;

    Paper(String filename, String type, String text) {
        this.filename = filename;
        this.type = type;
        this.text = text;
    }

    boolean isReadable() {
        return this != DAMAGED;
    }

    /** The code that the document itself fails a job with; null for a good one. */
    String failure() {
        return isReadable() ? null : ErrorCode.DOCUMENT_DAMAGED.wire();
    }

    /** The body of a create call. */
    String createBody() {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "{\"endpoint\":\"/v1/documents/parse\",\"request\":{\"document\":{\"filename\":\"" + filename
                + "\",\"url\":\"data:" + type + ";base64," + base64 + "\"}}}";
    }
}
