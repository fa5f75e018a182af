package dev.docket.endpoint.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document after it was read once; what every call works on. */
public record ReadDocument(Document document, DocumentType type, List<Page> pages) {
    /** The fields of a PDF form, in the order of its pages; empty for every other type. */
    public List<FormField> fields() {
        return pages.stream().flatMap(page -> page.layout().fields().stream()).toList();
    }

    /** All text, page after page. */
    public String text() {
        return pages.stream().map(Page::text).collect(Collectors.joining("\n\n"));
    }
}
