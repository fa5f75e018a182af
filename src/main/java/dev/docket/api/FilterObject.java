package dev.docket.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.Fault;
import dev.docket.store.JobFilter;
import io.vertx.core.MultiMap;
import java.util.List;

/**
 * A filter in the body of a call that changes what it matches: an object of the list's own parameters, read by the
 * list's own rules. It is stricter in one thing: a member that would not narrow, such as an empty text where a variable
 * was not set, is refused and not passed over.
 */
final class FilterObject {
    private static final String NARROWS = "something that is not empty";

    private final QueryParameters parameters;
    private final List<Fault> faults;
    private final MultiMap values = MultiMap.caseInsensitiveMultiMap();

    private FilterObject(List<Fault> faults) {
        this.faults = faults;
        this.parameters = new QueryParameters(values, "filter");
    }

    /** Reads an object; what is wrong with it is added to the faults, and then the filter means nothing. */
    static JobFilter read(JsonNode object, List<Fault> faults) {
        return new FilterObject(faults).read(object);
    }

    private JobFilter read(JsonNode object) {
        object.propertyStream().forEach(member -> take(member.getKey(), member.getValue()));
        parameters.refuseUnknown(JobFilterReader.NAMES);
        JobFilter filter = new JobFilterReader(parameters).read();
        if (filter.status() != null && !filter.status().isLive()) {
            parameters.fault(
                    "status",
                    "validating, queued or in_progress",
                    Shown.text(filter.status().wire()));
        }
        faults.addAll(parameters.faults());
        return filter;
    }

    private void take(String name, JsonNode value) {
        if (value.isTextual()) {
            text(name, value.textValue());
        } else if (value.isObject() && name.equals("metadata")) {
            metadata(value);
        } else if (value.isArray() && name.equals("document_type")) {
            types(value);
        } else {
            String expected = name.equals("metadata") ? "an object of strings" : "a string";
            parameters.fault(Shown.bare(name), expected, Shown.kind(value.asToken()));
        }
    }

    private void text(String name, String text) {
        if (name.equals("metadata")) {
            parameters.fault(name, "an object of strings", "a string");
        } else if (text.isBlank()) {
            parameters.fault(Shown.bare(name), NARROWS, Shown.text(text));
        } else if (Shown.hasLoneSurrogate(text)) {
            parameters.fault(Shown.bare(name), "text without half of a surrogate pair", Shown.text(text));
        } else {
            values.add(name, text);
        }
    }

    private void metadata(JsonNode pairs) {
        if (pairs.isEmpty()) {
            parameters.fault("metadata", NARROWS, "{}");
        } else {
            values.add("metadata", pairs.toString());
        }
    }

    private void types(JsonNode types) {
        if (types.isEmpty()) {
            parameters.fault("document_type", NARROWS, "[]");
        }
        for (JsonNode type : types) {
            take("document_type", type);
        }
    }
}
