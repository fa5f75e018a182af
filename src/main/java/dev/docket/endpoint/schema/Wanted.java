package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What a schema wants at one place, references followed and parts put together. */
public sealed interface Wanted {
    Note note();

    /** Whether null will do. */
    boolean nullable();

    /**
     * An object.
     *
     * @param others what further properties may be, null when none are asked for
     */
    record Fields(Note note, boolean nullable, List<Property> properties, Wanted others, Rule rule) implements Wanted {}

    /** A property of an object. */
    record Property(String name, Wanted wanted, boolean required) {}

    /**
     * An array.
     *
     * @param least how many entries it must have
     * @param most how many it may have
     */
    record Entries(Note note, boolean nullable, Wanted entry, long least, long most, Rule rule) implements Wanted {}

    /**
     * One value without parts.
     *
     * @param kinds what it may be
     * @param format as the schema names it, or null
     * @param choices the values it may have; empty when it may have any
     */
    record Scalar(Note note, boolean nullable, Set<Kind> kinds, String format, List<JsonNode> choices, Rule rule)
            implements Wanted {}

    /** One of several things; the first that can be had with the most certainty. */
    record Either(Note note, boolean nullable, List<Wanted> alternatives) implements Wanted {}

    /** Something that cannot be given, as what contains itself without end. */
    record Nothing(Note note, boolean nullable) implements Wanted {}

    /** The kinds of values without parts. */
    enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN
    }
}
