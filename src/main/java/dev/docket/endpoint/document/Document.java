package dev.docket.endpoint.document;

import java.util.HexFormat;

/**
 * A document out of a request, decoded.
 *
 * @param filename as the client named it
 * @param mimeType as the data URL names it, possibly empty
 * @param bytes the content, never written to
 */
public record Document(String filename, String mimeType, byte[] bytes) {
    /** The same bytes have the same id, here as at the service whose API this is. */
    public String id() {
        return "file_" + HexFormat.of().formatHex(Blake2b.digest(bytes, 8));
    }
}
