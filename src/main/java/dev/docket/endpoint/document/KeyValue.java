package dev.docket.endpoint.document;

/**
 * A label of a document and what stands with it.
 *
 * @param label without the colon behind it
 * @param page where the value stands, from 1
 * @param box of the value, or of what it is a part of
 */
public record KeyValue(String label, String value, int page, Box box) {}
