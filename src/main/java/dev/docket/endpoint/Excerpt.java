package dev.docket.endpoint;

/** Shortens text from a request for a fault, which a client's terminal and a log of the client may show. */
final class Excerpt {
    private static final int LIMIT = 80;

    private Excerpt() {}

    static String of(String text) {
        return text.length() <= LIMIT ? StorableText.of(text, LIMIT) : StorableText.of(text, LIMIT - 1) + "…";
    }
}
