package dev.docket.endpoint.document;

import java.util.List;

/**
 * What a page of a PDF has beside its text and lines that something may be written into. Places are upright as those of
 * the page's layout.
 *
 * @param frame what turned the page upright
 * @param boxes rectangles with an outline, or filled with a colour
 * @param leaders runs of underscores or dots
 * @param ticks characters that are drawn as an empty box or circle
 */
public record DrawnPage(Upright frame, List<Box> boxes, List<Box> leaders, List<Box> ticks) {
    static DrawnPage empty(Upright frame) {
        return new DrawnPage(frame, List.of(), List.of(), List.of());
    }
}
