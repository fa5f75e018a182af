package dev.docket.endpoint.document;

/**
 * A page as an image.
 *
 * @param mimeType of the bytes
 */
public record Picture(String mimeType, byte[] bytes) {}
