package dev.docket.bench.queue;

import java.util.function.IntFunction;

/** Each caller makes its next call when the last one is answered. */
final class ClosedLoop extends Loop {
    private final LoadClient client;
    private final int callers;
    private final IntFunction<Call> make;
    private int made;

    ClosedLoop(LoadClient client, int calls, int callers, IntFunction<Call> make, LoadClient.Reader reader) {
        super(calls, reader);
        this.client = client;
        this.callers = callers;
        this.make = make;
    }

    @Override
    void begin() {
        int first = Math.min(callers, calls());
        for (int i = 0; i < first; i++) {
            next();
        }
    }

    @Override
    void next() {
        if (made < calls()) {
            int number = made++;
            client.send(make.apply(number), this, number, System.nanoTime());
        }
    }
}
