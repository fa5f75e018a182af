package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.Box;
import java.util.Comparator;

/**
 * A piece of text on a document.
 *
 * @param page counted from 0
 * @param line of the page, counted from 0
 * @param phrase of the line, counted from 0
 * @param start where it begins in the phrase
 * @param box of the whole phrase
 */
record Bit(int page, int line, int phrase, int start, String text, Box box) {
    /** As they follow each other on the document. */
    static final Comparator<Bit> ORDER = Comparator.comparingInt(Bit::page)
            .thenComparingInt(Bit::line)
            .thenComparingInt(Bit::phrase)
            .thenComparingInt(Bit::start);

    Bit part(int from, int to) {
        String part = text.substring(from, to);
        int lead = part.length() - part.stripLeading().length();
        return new Bit(page, line, phrase, start + from + lead, part.strip(), box);
    }

    Bit reading(String other) {
        return new Bit(page, line, phrase, start, other, box);
    }

    boolean isSame(Bit other) {
        return page == other.page && line == other.line && phrase == other.phrase && start == other.start;
    }
}
