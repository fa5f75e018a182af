package dev.docket.store;

/**
 * A part of the order of creation.
 *
 * @param from the first place in it, or null when it begins at the beginning
 * @param upto the first place behind it, or null when it goes on to the end
 */
record Stretch(Long from, Long upto) {
    static final Stretch ALL = new Stretch(null, null);

    /** What of it lies behind a place, for who goes to newer or to older jobs. */
    Stretch behind(long place, boolean descending) {
        return descending
                ? new Stretch(from, upto == null ? place : Math.min(upto, place))
                : new Stretch(from == null ? place + 1 : Math.max(from, place + 1), upto);
    }
}
