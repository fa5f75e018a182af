package dev.docket.endpoint;

/**
 * A document of a request that is elsewhere yet.
 *
 * @param path where its URL is, as {@code request.document.url}
 * @param from where the URL's JSON string begins in the bytes of the request, its quotation mark included
 * @param to where it ends, exclusive
 */
public record RemoteDocument(String path, int from, int to, DocumentUrl url) {}
