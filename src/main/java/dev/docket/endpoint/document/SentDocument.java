package dev.docket.endpoint.document;

import dev.docket.job.Payload;

/**
 * A document as a request has it. It stays in the request's bytes until it is read.
 *
 * @param filename as the client named it, or null
 * @param url the bytes of the JSON string of the data URL from behind its opening quote on, or null
 */
public record SentDocument(String filename, Payload url) {}
