package dev.docket.endpoint.local.split;

import java.util.List;
import java.util.Map;

/**
 * What is kept of a page to tell whether it goes on with the one before. Texts that are only compared are kept as
 * their hashes, for there may be thousands of pages.
 *
 * @param blank whether nothing stands on it but perhaps its number
 * @param scores how much speaks for each topic, and of it what the titles say
 * @param numbers the page numbers it bears
 * @param edges the lines at its top and bottom, without digits
 * @param codes the words on it that look like numbers of something
 * @param terms what its text is about
 * @param documentNumbers numbers of documents by what they are numbers of
 * @param labelled the labels in its upper half with their values
 * @param heading the most prominent phrase near its top, empty when none stands out
 * @param headingSize its size in parts of the text's
 * @param marks what is said on it about where it begins and ends
 */
record PageTraits(
        boolean blank,
        float[] scores,
        float[] titles,
        List<PageNumber> numbers,
        int[] edges,
        int[] codes,
        int[] terms,
        Map<String, String> documentNumbers,
        Map<Integer, Integer> labelled,
        String heading,
        double headingSize,
        Shape shape,
        Marks marks) {

    /** How the page is set: its size, that of its text, and where most lines begin; 0 where it is not known. */
    record Shape(float width, float height, double size, double left) {}

    /**
     * Signs of beginning and end.
     *
     * @param opens it begins as letters do
     * @param closes it ends as letters do
     * @param continues it says that it goes on from the page before
     * @param isContinued it says that it goes on
     * @param startsInside its text begins in the middle of a sentence
     * @param endsInside its text ends in the middle of a sentence
     */
    record Marks(
            boolean opens,
            boolean closes,
            boolean continues,
            boolean isContinued,
            boolean startsInside,
            boolean endsInside) {}
}
