package dev.docket.endpoint.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands at one height of a page.
 *
 * @param phrases from left to right, at least one
 */
public record Line(List<Phrase> phrases) {
    public Box box() {
        return phrases.stream().map(Phrase::box).reduce(Box::join).orElseThrow();
    }

    public String text() {
        return phrases.stream().map(Phrase::text).collect(Collectors.joining("  "));
    }
}
