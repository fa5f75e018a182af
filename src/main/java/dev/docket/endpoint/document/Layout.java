package dev.docket.endpoint.document;

import java.util.List;

/**
 * Where things stand on a page, turned so that most of its text is upright.
 *
 * @param width of the page in points, 0 when nothing is known
 * @param height of the page in points
 * @param lines all text from top to bottom, that of tables included; text that runs another way comes last
 * @param rulings the straight lines drawn on the page, unless they are so many that they make a picture
 * @param fields the places of a form where something can be filled in
 */
public record Layout(float width, float height, List<Line> lines, List<Ruling> rulings, List<FormField> fields) {
    /** Of a page whose format does not say where things stand. */
    public static final Layout NONE = new Layout(0, 0, List.of(), List.of(), List.of());

    public boolean isKnown() {
        return width > 0;
    }

    /** A box in parts of the page, from 0 to 1. */
    public Place place(Box box) {
        double left = part(box.left(), width);
        double top = part(box.top(), height);
        return new Place(left, top, part(box.right(), width) - left, part(box.bottom(), height) - top);
    }

    private static double part(float at, float whole) {
        return Math.max(0, Math.min(1, at / whole));
    }
}
