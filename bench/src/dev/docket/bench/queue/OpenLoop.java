package dev.docket.bench.queue;

import java.util.function.IntFunction;

/** Calls come at their times, whether earlier ones are answered or not; a late one counts from its time all the same. */
final class OpenLoop extends Loop {
    private final LoadClient client;
    private final double nanosApart;
    private final IntFunction<Call> make;
    private long startedAt;
    private int made;

    OpenLoop(LoadClient client, int calls, double rate, IntFunction<Call> make, LoadClient.Reader reader) {
        super(calls, reader);
        this.client = client;
        this.nanosApart = 1e9 / rate;
        this.make = make;
    }

    @Override
    void begin() {
        startedAt = System.nanoTime();
        client.vertx().setPeriodic(1, this::makeDue);
    }

    @Override
    void next() {}

    private void makeDue(long timer) {
        long now = System.nanoTime();
        while (made < calls() && due(made) <= now) {
            int number = made++;
            client.send(make.apply(number), this, number, due(number));
        }
        if (made == calls()) {
            client.vertx().cancelTimer(timer);
        }
    }

    private long due(int number) {
        return startedAt + (long) (number * nanosApart);
    }
}
