package dev.docket.endpoint.local;

import java.util.List;

/** One page, slide or sheet. */
record Page(List<Block> blocks) {
    static final Page BLANK = new Page(List.of());

    boolean isBlank() {
        return blocks.isEmpty();
    }
}
