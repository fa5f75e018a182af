package dev.docket.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a statement that is put together, with their parameters: text comes from here, values never do. */
final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final Tuple parameters;

    Conditions() {
        this(Tuple.tuple());
    }

    private Conditions(Tuple parameters) {
        this.parameters = parameters;
    }

    /** Conditions of another part of the same statement. */
    Conditions apart() {
        return new Conditions(parameters);
    }

    /** Adds a condition; each {@code ?} in it stands for the one value given. */
    Conditions and(String condition, Object value) {
        parameters.addValue(value);
        return and(condition.replace("?", "$" + parameters.size()));
    }

    /** As {@link #and(String, Object)}, but adds nothing when there is no value. */
    Conditions andIfGiven(String condition, Object value) {
        return value == null ? this : and(condition, value);
    }

    Conditions and(String condition) {
        texts.add(condition);
        return this;
    }

    /** A parameter outside of the conditions; answers with its place in the statement. */
    String parameter(Object value) {
        parameters.addValue(value);
        return "$" + parameters.size();
    }

    String text() {
        return text("");
    }

    /** Indented as much further. */
    String text(String indent) {
        return String.join("\n" + indent + "  and ", texts);
    }

    Tuple parameters() {
        return parameters;
    }
}
