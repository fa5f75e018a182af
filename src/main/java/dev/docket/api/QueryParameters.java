package dev.docket.api;

import dev.docket.endpoint.Fault;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The query of a call, or an object of a body that is like one, read by parameters while the faults are collected. */
final class QueryParameters {
    private static final Set<String> YES = Set.of("true", "1", "yes", "on", "t", "y");
    private static final Set<String> NO = Set.of("false", "0", "no", "off", "f", "n");

    private final MultiMap parameters;
    private final String where;
    private final List<Fault> faults = new ArrayList<>();

    QueryParameters(MultiMap parameters) {
        this(parameters, "query");
    }

    /** @param where the first part of the path of each fault */
    QueryParameters(MultiMap parameters, String where) {
        this.parameters = parameters;
        this.where = where;
    }

    /** The query of a call; one that cannot be decoded is refused with a 400. */
    static MultiMap of(HttpServerRequest request) {
        try {
            return request.params(true);
        } catch (IllegalArgumentException broken) {
            String message = "The query has a percent sign that is not followed by two hexadecimal digits.";
            throw new ProblemException(new Problem(400, "malformed_query", message, null, null));
        }
    }

    /** Faults every parameter that is not known: a misspelt filter must not list everything. */
    void refuseUnknown(Set<String> known) {
        Set<String> unknown = new TreeSet<>(parameters.names());
        unknown.removeAll(known);
        String expected = "one of the parameters " + String.join(", ", new TreeSet<>(known));
        unknown.forEach(name -> faults.add(new Fault(where, expected, Shown.text(name))));
    }

    /** The value of a parameter that goes by any of these names; null when it is absent or faulty. */
    String one(String... names) {
        List<String> values =
                Arrays.stream(names).flatMap(name -> all(name).stream()).toList();
        if (values.size() > 1) {
            fault(names[0], "one value", values.size() + " values");
        }
        return values.size() == 1 ? values.get(0) : null;
    }

    /** Every value of a parameter that may be repeated. */
    List<String> all(String name) {
        List<String> values = parameters.getAll(name);
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            fault(name, "text without NUL", "text with NUL");
            return List.of();
        }
        return values;
    }

    /** The value as {@code read} understands it; null when it is absent, or when {@code read} gives null: a fault. */
    <T> T parsed(String expected, Function<String, T> read, String... names) {
        String text = one(names);
        if (text == null) {
            return null;
        }
        T value = read.apply(text);
        if (value == null) {
            fault(names[0], expected, Shown.text(text));
        }
        return value;
    }

    /** A flag in any of the spellings that the published API takes; null when it is absent. */
    Boolean flag(String name) {
        return parsed("true or false", QueryParameters::truth, name);
    }

    /** A whole number from 1 to {@code most}; {@code absent} when there is none, or a faulty one. */
    int count(String name, int most, int absent) {
        Integer count = parsed("a whole number from 1 to " + most, text -> upTo(most, text), name);
        return count == null ? absent : count;
    }

    void fault(String name, String expected, String got) {
        faults.add(new Fault(where + "." + name, expected, got));
    }

    List<Fault> faults() {
        return faults;
    }

    /** Ends the reading with a 422 that lists every fault, if there is one. */
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
    }

    private static Integer upTo(int most, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            return null;
        }
        int count = Integer.parseInt(text);
        return count >= 1 && count <= most ? count : null;
    }

    private static Boolean truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }
}
