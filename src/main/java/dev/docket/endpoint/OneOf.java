package dev.docket.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule on fields of which at least one must be given.
 *
 * @param names the fields; one that is null counts as not given
 * @param exclusive whether more than one is wrong
 */
record OneOf(List<String> names, boolean exclusive) {
    void check(RequestReader reader, String path, List<String> given) {
        List<String> found = names.stream().filter(given::contains).toList();
        if (found.isEmpty()) {
            reader.report(path, expected(), "none of them");
        } else if (exclusive && found.size() > 1) {
            reader.report(path, expected(), String.join(" and ", found));
        }
    }

    private String expected() {
        return (exclusive ? "exactly one of " : "at least one of ") + String.join(", ", names);
    }

    String keyword() {
        return exclusive ? "oneOf" : "anyOf";
    }

    /** One alternative for each field: it is there, and not null. */
    List<Map<String, Object>> alternatives() {
        return names.stream().map(OneOf::alternative).toList();
    }

    private static Map<String, Object> alternative(String name) {
        Map<String, Object> alternative = new LinkedHashMap<>();
        alternative.put("required", List.of(name));
        alternative.put("properties", Map.of(name, Map.of("not", Map.of("type", "null"))));
        return alternative;
    }
}
