package dev.docket.endpoint.document;

/**
 * One character as a PDF page draws it, turned upright.
 *
 * @param baseline distance from the upper edge of the page to the line it stands on
 * @param size height of its font, in points on the page
 * @param space width of a space in its font
 */
record Glyph(String text, float left, float right, float baseline, float size, float space) {
    boolean isBlank() {
        return text.isBlank();
    }

    Box box() {
        return new Box(left, baseline - 0.8f * size, right, baseline + 0.2f * size);
    }

    /** Whether it is the same letter struck twice at nearly the same place, which is how some writers print bold. */
    boolean strikes(Glyph other) {
        return text.equals(other.text)
                && Math.abs(left - other.left) < 0.15f * size
                && Math.abs(baseline - other.baseline) < 0.15f * size;
    }
}
