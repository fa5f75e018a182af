package dev.docket.endpoint.local.split;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Pages that belong together.
 *
 * @param topic which of the subdocuments asked for they are
 * @param first page, from 0
 * @param last page, from 0
 */
record Section(int topic, int first, int last) {
    /** Its pages, from 1. */
    List<Integer> pages() {
        return IntStream.rangeClosed(first + 1, last + 1).boxed().toList();
    }

    /** This section and the one behind it as one. */
    Section and(Section next) {
        return new Section(topic, first, next.last);
    }
}
