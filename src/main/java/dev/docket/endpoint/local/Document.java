package dev.docket.endpoint.local;

/**
 * A document out of a request, decoded.
 *
 * @param filename as the client named it
 * @param mimeType as the data URL names it, possibly empty
 * @param bytes the content, never written to
 */
record Document(String filename, String mimeType, byte[] bytes) {}
