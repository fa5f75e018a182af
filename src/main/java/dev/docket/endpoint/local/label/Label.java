package dev.docket.endpoint.local.label;

import java.util.LinkedHashSet;
import java.util.Set;

/** The meaning of a label or of the name of a property: the concepts in it, in their order. */
public record Label(Set<String> concepts) {
    /** Of a text that says nothing. */
    public static final Label NONE = new Label(Set.of());

    /** The meaning of a text on a document. */
    public static Label of(String text) {
        return Concepts.KNOWN.label(Words.of(text));
    }

    /** The meaning of the name of a property. */
    public static Label ofName(String name) {
        return Concepts.KNOWN.label(Words.ofName(name));
    }

    public boolean isEmpty() {
        return concepts.isEmpty();
    }

    public boolean has(String concept) {
        return concepts.contains(concept);
    }

    public Label and(Label other) {
        LinkedHashSet<String> all = new LinkedHashSet<>(concepts);
        all.addAll(other.concepts);
        return new Label(all);
    }
}
