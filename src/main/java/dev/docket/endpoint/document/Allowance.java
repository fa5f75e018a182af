package dev.docket.endpoint.document;

import java.io.InputStream;

/**
 * What is left of the limits for one document. Every step asks here first, so this is also where a reading notices that
 * it was stopped.
 */
final class Allowance {
    private final DocumentLimits limits;
    private long text;
    private long cells;
    private long unpacked;
    private int pages;

    Allowance(DocumentLimits limits) {
        this.limits = limits;
    }

    void page() {
        pages(1);
    }

    void pages(int more) {
        WorkStopped.check();
        pages += more;
        if (pages > limits.maxPages()) {
            throw DocumentRefused.tooLarge("pages", limits.maxPages());
        }
    }

    /** Takes characters from what may come out; for each piece of text when it is gathered. */
    void text(long characters) {
        WorkStopped.check();
        text += characters;
        long limit = limits.maxText().asLongValue();
        if (text > limit) {
            throw DocumentRefused.tooLarge("characters of text", limit);
        }
    }

    void cells(int more) {
        WorkStopped.check();
        cells += more;
        if (cells > limits.maxCells()) {
            throw DocumentRefused.tooLarge("table cells", limits.maxCells());
        }
    }

    void depth(int depth) {
        if (depth > limits.maxDepth()) {
            throw DocumentRefused.tooLarge("levels of nesting", limits.maxDepth());
        }
    }

    void unpacked(long bytes) {
        unpacked += bytes;
        long limit = maxUnpacked();
        if (unpacked > limit) {
            throw DocumentRefused.tooLarge("bytes unpacked", limit);
        }
    }

    long maxUnpacked() {
        return limits.maxUnpacked().asLongValue();
    }

    int maxRatio() {
        return limits.maxRatio();
    }

    int maxPages() {
        return limits.maxPages();
    }

    /** A stream over bytes in memory that ends when the work is stopped, for parsers that cannot be asked to. */
    InputStream open(byte[] bytes) {
        return new StoppableBytes(bytes);
    }
}
