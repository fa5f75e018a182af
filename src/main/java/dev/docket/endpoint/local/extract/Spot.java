package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.label.Label;
import java.util.List;

/**
 * A place where a document may say something: a label and what may be its value.
 *
 * @param name the label as it is written
 * @param label what that means
 * @param value the text that belongs to the label
 * @param more lines that stand right below the value and may belong to it
 * @param section what the heading above means; {@link Label#NONE} without one
 */
record Spot(String name, Label label, Kind kind, Bit value, List<String> more, Label section) {
    /** A value of which no label is known. */
    static Spot unnamed(Bit value) {
        return new Spot("", Label.NONE, Kind.MARKED, value, List.of(), Label.NONE);
    }

    Spot in(Label section) {
        return new Spot(name, label, kind, value, more, section);
    }

    /** The value with the lines below it. */
    List<String> lines() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(value.text()), more.stream())
                .toList();
    }

    /** How the value is placed to the label, which tells how likely it belongs to it. */
    enum Kind {
        /** A field of a form. */
        FIELD(1),
        /** Behind a colon. */
        MARKED(1),
        /** To the right of a label that ends in a colon. */
        MARKED_BESIDE(0.97),
        /** A box that is ticked or not. */
        BOX(0.95),
        /** Below a label that ends in a colon. */
        MARKED_BELOW(0.88),
        /** To the right of a label. */
        BESIDE(0.87),
        /** Right behind a label that begins the phrase. */
        LEADING(0.86),
        /** Below a label. */
        BELOW(0.74),
        /** Behind words within running text. */
        WITHIN(0.64);

        final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }
}
