package dev.docket.endpoint.local;

import dev.docket.job.Payload;

/**
 * What the local calls need of a request. The document stays in the request's bytes until it is decoded.
 *
 * @param filename {@code document.filename}, or null
 * @param url the bytes of the JSON string {@code document.url} from behind its opening quote on, or null
 * @param model {@code model}, or null
 * @param tables {@code table_parsing_format}
 */
record DocumentRequest(String filename, Payload url, String model, TableFormat tables) {}
