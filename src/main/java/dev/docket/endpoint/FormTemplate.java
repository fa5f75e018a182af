package dev.docket.endpoint;

import dev.docket.job.Payload;

/**
 * A form with its places, to be filled in again and again.
 *
 * @param filename of the document
 * @param document the bytes of a PDF
 * @param fields the JSON array of its places, as it was given
 */
public record FormTemplate(String filename, byte[] document, Payload fields) {}
