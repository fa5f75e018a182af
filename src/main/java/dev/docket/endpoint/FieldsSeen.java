package dev.docket.endpoint;

import java.util.ArrayList;
import java.util.List;

/** Which fields one object of a request has. Of the unknown ones only a few names are kept, for the faults' text. */
final class FieldsSeen {
    private static final int UNKNOWN_KEPT = 4;

    // Lists, as an object has a handful of fields and a request may have a hundred thousand objects.
    private final List<String> all = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /** Takes down a known field; false when it was there before. */
    boolean add(String name, boolean isNull) {
        if (!isNull) {
            given.add(name);
        }
        return !all.contains(name) && all.add(name);
    }

    void addUnknown(String name) {
        if (unknown.size() < UNKNOWN_KEPT) {
            unknown.add(Excerpt.of(name));
        }
    }

    boolean contains(String name) {
        return all.contains(name);
    }

    /** The known fields that are there and not null. */
    List<String> given() {
        return given;
    }

    /** What a fault on a missing field says was found: misspelled names are easiest to see beside the right one. */
    String withoutIt() {
        return unknown.isEmpty() ? "nothing" : "nothing, but " + String.join(", ", unknown);
    }
}
