package dev.docket.start;

/** Says on stderr, in one line, why Docket does not start. */
final class Refusal {
    private Refusal() {}

    static void print(StartRefused refused, boolean debug) {
        System.err.println("docket: " + OneLine.of(refused.getMessage()));
        if (debug) {
            refused.printStackTrace();
        }
    }
}
