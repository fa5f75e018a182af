package dev.docket.endpoint.document;

/** A straight horizontal or vertical line on a page. */
public record Ruling(Box box) {
    /** How far a line may lean and still count as straight, in points. */
    static final float TOLERANCE = 1.5f;

    public boolean isHorizontal() {
        return box.width() >= box.height();
    }

    /** Whether the two touch or cross, or would if drawn with a slightly thicker pen. */
    public boolean meets(Ruling other) {
        float slack = 2 * TOLERANCE;
        return box.left() - slack <= other.box.right()
                && other.box.left() - slack <= box.right()
                && box.top() - slack <= other.box.bottom()
                && other.box.top() - slack <= box.bottom();
    }
}
