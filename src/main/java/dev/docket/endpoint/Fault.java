package dev.docket.endpoint;

/**
 * One thing that is wrong with a request.
 *
 * @param path where it is, as {@code request.document.url}
 * @param expected what stands there in a good request
 * @param got what was found, shortened, never a document's content
 */
public record Fault(String path, String expected, String got) {}
