package dev.docket.endpoint.local.topic;

/**
 * The ways in which a page can speak for a topic. Each has a most that it can give, and half of it is reached at a
 * strength of {@code half}, so that no single way decides by mere repetition.
 */
enum Channel {
    TITLE(6, 1),
    NAME(3, 1),
    TELLTALE(4, 2.5),
    DESCRIPTION(4, 2);

    private final double most;
    private final double half;

    Channel(double most, double half) {
        this.most = most;
        this.half = half;
    }

    double score(double strength) {
        return most * strength / (strength + half);
    }
}
