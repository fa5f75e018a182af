package dev.docket.endpoint.local;

/**
 * Where something stands on its page as a reader sees it: in points, from the upper left corner down and right.
 */
record Box(float left, float top, float right, float bottom) {
    float width() {
        return right - left;
    }

    float height() {
        return bottom - top;
    }

    float middleX() {
        return (left + right) / 2;
    }

    float middleY() {
        return (top + bottom) / 2;
    }

    Box join(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    boolean holds(float x, float y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }
}
