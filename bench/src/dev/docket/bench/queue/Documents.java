package dev.docket.bench.queue;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Base64;

/** Bodies of creates, by the size of the request in them. */
final class Documents {
    static final int SMALL = 1024;
    private static final String HEAD = "{\"document\":{\"filename\":\"note.txt\",\"url\":\"data:text/plain;base64,";
    private static final String TAIL = "\"}}";

    private Documents() {}

    /** The body of a create whose request has nearly so many bytes. */
    static Buffer create(int requestBytes) {
        return Buffer.buffer(createText(requestBytes));
    }

    static String createText(int requestBytes) {
        int encoded = Math.max(4, requestBytes - HEAD.length() - TAIL.length());
        byte[] text = "The quick brown fox jumps over the lazy dog. "
                .repeat(encoded / 45 + 1)
                .getBytes();
        String document = Base64.getEncoder().encodeToString(Arrays.copyOf(text, encoded / 4 * 3));
        return "{\"endpoint\":\"/v1/documents/parse\",\"request\":" + HEAD + document + TAIL + "}";
    }
}
