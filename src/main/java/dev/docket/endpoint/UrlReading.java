package dev.docket.endpoint;

/** What came of the reading of a document's URL. */
public sealed interface UrlReading {
    /** It may be fetched, if its host's addresses are good. */
    record Fetchable(DocumentUrl url) implements UrlReading {}

    /**
     * It is not fetched.
     *
     * @param what it is, as {@code a URL with credentials in it}; nothing of its path or query
     */
    record Refused(String what) implements UrlReading {}
}
