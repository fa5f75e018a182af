package dev.docket.endpoint.document;

import java.util.List;

/**
 * A document as images of its pages.
 *
 * @param pages how many it has, of which there are pictures of the first ones; 0 when it cannot be pictured
 */
public record Pictures(Document document, int pages, List<Picture> pictures) {
    /** Whether every page is there. */
    public boolean isWhole() {
        return pages > 0 && pictures.size() == pages;
    }
}
