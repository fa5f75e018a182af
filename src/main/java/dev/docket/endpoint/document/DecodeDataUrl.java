package dev.docket.endpoint.document;

import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/** Decodes the data URL of a request straight from the request's bytes into one array of the document's size. */
final class DecodeDataUrl {
    private static final int LONGEST_HEADER = 1024;

    private final long maxDocument;

    DecodeDataUrl(long maxDocument) {
        this.maxDocument = maxDocument;
    }

    Document decode(SentDocument sent) throws IOException {
        if (sent.url() == null || sent.filename() == null) {
            throw new DocumentRefused(ErrorCode.REQUEST_INVALID, "A document needs both a filename and a url.");
        }
        InputStream url = new JsonStringBytes(sent.url().open());
        String header = header(url);
        String mimeType = mimeType(header);
        byte[] bytes = bytes(url, sent.url().length());
        if (bytes.length == 0) {
            throw new DocumentRefused(ErrorCode.DOCUMENT_EMPTY, "The document has no bytes.");
        }
        return new Document(sent.filename(), mimeType, bytes);
    }

    /** All before the first comma. */
    private static String header(InputStream url) throws IOException {
        StringBuilder header = new StringBuilder();
        for (int next = url.read(); next != ','; next = url.read()) {
            if (next < 0 || header.length() == LONGEST_HEADER) {
                throw invalid("it has no comma that ends its header");
            }
            header.append((char) next);
        }
        return header.toString();
    }

    private static String mimeType(String header) {
        if (!header.regionMatches(true, 0, "data:", 0, 5)) {
            throw invalid("it does not begin with \"data:\"; documents are sent inline");
        }
        String[] parts = header.substring(5).split(";", -1);
        if (!parts[parts.length - 1].equalsIgnoreCase("base64")) {
            throw invalid("it is not marked as base64");
        }
        return parts.length == 1 ? "" : parts[0];
    }

    private byte[] bytes(InputStream url, int encodedLength) throws IOException {
        long limit = Math.min(maxDocument, encodedLength / 4 * 3L + 3);
        byte[] room = new byte[(int) limit + 1];
        int size;
        try (InputStream decoded = Base64.getDecoder().wrap(url)) {
            size = decoded.readNBytes(room, 0, room.length);
        } catch (IOException broken) {
            throw invalid("what follows the comma is not base64");
        }
        if (size > maxDocument) {
            throw DocumentRefused.tooLarge("bytes", maxDocument);
        }
        return Arrays.copyOf(room, size);
    }

    private static DocumentRefused invalid(String why) {
        return new DocumentRefused(
                ErrorCode.DOCUMENT_URL_INVALID,
                "The document's url cannot be decoded: " + why + ". It must look like data:application/pdf;base64,….");
    }
}
