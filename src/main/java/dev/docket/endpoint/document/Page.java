package dev.docket.endpoint.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One page, slide or sheet.
 *
 * @param blocks its lines and tables in reading order
 * @param layout where everything stands on it; {@link Layout#NONE} for formats that are only laid out when shown
 */
public record Page(List<Block> blocks, Layout layout) {
    static final Page BLANK = new Page(List.of(), Layout.NONE);

    Page(List<Block> blocks) {
        this(blocks, Layout.NONE);
    }

    public boolean isBlank() {
        return blocks.isEmpty();
    }

    /**
     * The page line by line, what stands in tables included, from top to bottom. For formats without a layout the lines
     * are placed as a typewriter would: {@link Line#box} then tells what stands beside or below what, but not where on
     * paper. Such lines are made anew at each call.
     */
    public List<Line> lines() {
        return layout.isKnown() ? layout.lines() : new Typewriter().lines(blocks);
    }

    /** The tables among the blocks. */
    public List<Block.Table> tables() {
        return blocks.stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }

    /** The text in reading order, a line a line, the cells of a row parted by tabs. */
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
