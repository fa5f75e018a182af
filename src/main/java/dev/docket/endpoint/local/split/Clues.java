package dev.docket.endpoint.local.split;

/** Gathers what speaks for and against a beginning, and remembers what spoke most for it. */
final class Clues {
    private double weight;
    private double most;
    private String reason = "";

    Clues(double start) {
        weight = start;
    }

    void pro(double by, String why) {
        weight += by;
        if (by > most) {
            most = by;
            reason = why;
        }
    }

    void contra(double by) {
        weight -= by;
    }

    Beginning sum() {
        return new Beginning(weight, reason);
    }
}
