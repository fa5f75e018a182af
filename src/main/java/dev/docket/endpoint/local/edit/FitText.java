package dev.docket.endpoint.local.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A text broken into lines at the size at which it fits its place.
 *
 * @param size of the font in points
 * @param lines in the order of reading
 */
record FitText(float size, List<String> lines) {
    static final float LEADING = 1.15f;
    private static final float SMALLEST = 3;
    private static final float STEP = 0.5f;
    private static final int LONGEST = 20_000;

    /**
     * The largest size at which the text fits.
     *
     * @param width of a line at a size of one point
     * @return empty when it does not even fit at the smallest size
     */
    static Optional<FitText> fit(String text, float wide, float high, float largest, ToDoubleFunction<String> width) {
        for (float size = largest; size >= SMALLEST && text.length() <= LONGEST; size -= STEP) {
            List<String> lines = wrap(text, wide / size, width);
            if (!lines.isEmpty() && (lines.size() == 1 || lines.size() * LEADING * size <= high)) {
                return Optional.of(new FitText(size, lines));
            }
        }
        return Optional.empty();
    }

    /** Lines no wider than that; a word that is wider takes itself a smaller size, so then there are none. */
    static List<String> wrap(String text, double wide, ToDoubleFunction<String> width) {
        List<String> lines = new ArrayList<>();
        double space = width.applyAsDouble(" ");
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            double used = 0;
            for (String word : paragraph.strip().split(" +")) {
                double wordWidth = width.applyAsDouble(word);
                if (wordWidth > wide) {
                    return List.of();
                }
                if (!line.isEmpty() && used + space + wordWidth > wide) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                used += line.isEmpty() ? wordWidth : space + wordWidth;
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
