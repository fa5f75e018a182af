package dev.docket.endpoint.document;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * Turns places of a PDF page, which are counted from its lower left corner, the way the page is read.
 *
 * @param crop the part of the page that is shown
 * @param direction the way its text runs, in degrees: 0, 90, 180 or 270
 */
public record Upright(PDRectangle crop, int direction) {
    /** The way a viewer shows the page, whichever way its text runs. */
    public static Upright shown(PDPage page) {
        return new Upright(page.getCropBox(), page.getRotation());
    }

    public float width() {
        return isAcross() ? crop.getHeight() : crop.getWidth();
    }

    public float height() {
        return isAcross() ? crop.getWidth() : crop.getHeight();
    }

    /** The box between two corners of the page. */
    public Box box(float cornerX1, float cornerY1, float cornerX2, float cornerY2) {
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

    /** The same box of the page, turned another way. */
    public Box turn(Box box, Upright other) {
        Matrix back = drawing();
        var one = back.transformPoint(box.left(), height() - box.top());
        var two = back.transformPoint(box.right(), height() - box.bottom());
        return other.box(one.x, one.y, two.x, two.y);
    }

    /** Takes what is drawn as on an upright page, from its lower left corner up and right, to its place on the page. */
    public Matrix drawing() {
        float left = crop.getLowerLeftX();
        float low = crop.getLowerLeftY();
        return switch (direction) {
            case 90 -> new Matrix(0, 1, -1, 0, left + crop.getWidth(), low);
            case 180 -> new Matrix(-1, 0, 0, -1, left + crop.getWidth(), low + crop.getHeight());
            case 270 -> new Matrix(0, -1, 1, 0, left, low + crop.getHeight());
            default -> new Matrix(1, 0, 0, 1, left, low);
        };
    }

    /** A box in parts of the page, from 0 to 1. */
    public Place place(Box box) {
        double left = part(box.left(), width());
        double top = part(box.top(), height());
        return new Place(left, top, part(box.right(), width()) - left, part(box.bottom(), height()) - top);
    }

    private static double part(float at, float whole) {
        return Math.max(0, Math.min(1, at / whole));
    }

    private boolean isAcross() {
        return direction == 90 || direction == 270;
    }

    private static Box between(float x1, float y1, float x2, float y2) {
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }
}
