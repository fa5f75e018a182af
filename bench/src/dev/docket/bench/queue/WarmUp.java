package dev.docket.bench.queue;

import java.util.function.IntFunction;

/** Calls that are not counted: so many, or fewer where they take long. */
record WarmUp(int calls) {
    private static final int PIECE = 500;
    private static final long MOST_NANOS = 15_000_000_000L;

    /** How many there were. */
    int run(LoadClient client, int callers, IntFunction<Call> make) throws Exception {
        long until = System.nanoTime() + MOST_NANOS;
        int made = 0;
        while (made < calls && System.nanoTime() < until) {
            int from = made;
            int piece = Math.min(PIECE, calls - made);
            client.closed(piece, callers, number -> make.apply(from + number));
            made += piece;
        }
        return made;
    }
}
