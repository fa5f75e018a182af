package dev.docket.endpoint.local.split;

/**
 * The number that a page bears.
 *
 * @param total how many pages its document says it has, 0 when it does not say
 */
record PageNumber(int number, int total) {
    boolean isFollowedBy(PageNumber next) {
        return next.number == number + 1 && (total == next.total || total == 0 || next.total == 0);
    }

    boolean isLast() {
        return number == total;
    }

    @Override
    public String toString() {
        return total == 0 ? "page " + number : "page " + number + " of " + total;
    }
}
