package dev.docket.endpoint.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Segments that stand on one line, from left to right. Never empty.
 *
 * @param box around all of them, kept because the order of a page is found by looking at it again and again
 */
record Row(List<Segment> segments, Box box) {
    Row(List<Segment> segments) {
        this(segments, around(segments));
    }

    private static Box around(List<Segment> segments) {
        Box box = segments.get(0).box();
        for (Segment segment : segments.subList(1, segments.size())) {
            box = box.join(segment.box());
        }
        return box;
    }

    float size() {
        return (float) segments.stream().mapToDouble(Segment::size).max().orElseThrow();
    }

    boolean holdsTable() {
        for (Segment segment : segments) {
            if (segment.table() != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether dots lead the eye over the row, which is how tables of contents look. */
    boolean hasLeader() {
        return segments.stream().anyMatch(segment -> segment.text().contains("...."));
    }

    Block.Line line() {
        // Two spaces keep a label apart from what stands far to its right.
        return new Block.Line(segments.stream().map(Segment::text).collect(Collectors.joining("  ")), box());
    }
}
