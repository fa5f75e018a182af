package dev.docket.endpoint.document;

import java.util.List;
import java.util.stream.Collectors;

/** Segments that stand on one line, from left to right. Never empty. */
record Row(List<Segment> segments) {
    Box box() {
        return segments.stream().map(Segment::box).reduce(Box::join).orElseThrow();
    }

    float size() {
        return (float) segments.stream().mapToDouble(Segment::size).max().orElseThrow();
    }

    boolean holdsTable() {
        return segments.stream().anyMatch(segment -> segment.table() != null);
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
