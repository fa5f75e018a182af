package dev.docket.endpoint.document;

/**
 * Where something stands on its page as a reader sees it: in points, from the upper left corner down and right.
 */
public record Box(float left, float top, float right, float bottom) {
    public float width() {
        return right - left;
    }

    public float height() {
        return bottom - top;
    }

    public float middleX() {
        return (left + right) / 2;
    }

    public float middleY() {
        return (top + bottom) / 2;
    }

    public Box join(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public boolean holds(float x, float y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }
}
