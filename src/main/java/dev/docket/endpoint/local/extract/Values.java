package dev.docket.endpoint.local.extract;

import java.util.List;
import java.util.Map;

/**
 * What was found, by the paths of what was asked for.
 *
 * @param singles the values without parts
 * @param entries the entries of arrays of objects
 * @param lists the entries of arrays of single values
 * @param others for objects that take any property: what the document has, by its labels
 */
record Values(
        Map<String, Candidate> singles,
        Map<String, Entries> entries,
        Map<String, List<Candidate>> lists,
        Map<String, List<Named>> others) {
    /** A property that the schema does not name, as the document does. */
    record Named(String name, Candidate value) {}

    static Values of(Map<String, Candidate> singles) {
        return new Values(singles, Map.of(), Map.of(), Map.of());
    }
}
