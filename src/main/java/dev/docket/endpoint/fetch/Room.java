package dev.docket.endpoint.fetch;

/** How much larger a request may become, over all of its documents. Lives on the client's loop. */
final class Room {
    private final int limit;
    private long left;

    /**
     * @param limit the most bytes of the whole request
     * @param taken those that are in it whatever its documents are
     */
    Room(int limit, long taken) {
        this.limit = limit;
        this.left = limit - taken;
    }

    int limit() {
        return limit;
    }

    boolean has(long bytes) {
        return bytes <= left;
    }

    /** Takes so much of it; false when there is not that much. */
    boolean take(long bytes) {
        if (!has(bytes)) {
            return false;
        }
        left -= bytes;
        return true;
    }
}
