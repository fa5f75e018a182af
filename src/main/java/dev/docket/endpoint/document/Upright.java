package dev.docket.endpoint.document;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Turns places of a PDF page, which are counted from its lower left corner, the way the page is read.
 *
 * @param crop the part of the page that is shown
 * @param direction the way its text runs, in degrees: 0, 90, 180 or 270
 */
record Upright(PDRectangle crop, int direction) {
    float width() {
        return isAcross() ? crop.getHeight() : crop.getWidth();
    }

    float height() {
        return isAcross() ? crop.getWidth() : crop.getHeight();
    }

    /** The box between two corners of the page. */
    Box box(float cornerX1, float cornerY1, float cornerX2, float cornerY2) {
        float x1 = cornerX1 - crop.getLowerLeftX();
        float x2 = cornerX2 - crop.getLowerLeftX();
        float y1 = cornerY1 - crop.getLowerLeftY();
        float y2 = cornerY2 - crop.getLowerLeftY();
        float width = crop.getWidth();
        float height = crop.getHeight();
        return switch (direction) {
            case 90 -> between(y1, x1, y2, x2);
            case 180 -> between(width - x1, y1, width - x2, y2);
            case 270 -> between(height - y1, width - x1, height - y2, width - x2);
            default -> between(x1, height - y1, x2, height - y2);
        };
    }

    private boolean isAcross() {
        return direction == 90 || direction == 270;
    }

    private static Box between(float x1, float y1, float x2, float y2) {
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }
}
