package dev.docket.endpoint;

/**
 * An https URL of a document, in the one spelling that is fetched.
 *
 * @param host in lower case, a name or an IPv4 address in dotted decimals
 * @param target path and query as they are sent; may have a signature in it, so it is never shown
 */
public record DocumentUrl(String host, int port, String target) {
    /** Where the URL leads, without what might be secret in it. */
    @Override
    public String toString() {
        return host;
    }
}
