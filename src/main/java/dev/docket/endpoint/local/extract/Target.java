package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.schema.Wanted;
import java.util.List;

/**
 * A value without parts that the schema asks for.
 *
 * @param path where in the result, as the paths of {@link FillSchema} are made
 * @param names the labels that the document may have for it, the surest first
 * @param around what the objects mean that it is a property of
 */
record Target(String path, Wanted.Scalar wanted, List<Name> names, Label around) {
    /**
     * A label that a value may go by.
     *
     * @param weight how sure that is
     */
    record Name(Label label, double weight) {}

    /** What its own name means. */
    Label own() {
        return names.get(0).label();
    }

    /** Whether its name or the description of it has one of the concepts. */
    boolean isAbout(String... concepts) {
        for (String concept : concepts) {
            if (own().has(concept)) {
                return true;
            }
        }
        return false;
    }

    boolean isAmong(String concept) {
        return own().has(concept) || around.has(concept);
    }
}
