package dev.docket.bench.queue;

import dev.docket.bench.Latencies;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** The calls of one load: made by the one kind of loop or the other, counted here. Lives on the client's event loop. */
abstract class Loop {
    private final CompletableFuture<Load> done = new CompletableFuture<>();
    private final LoadClient.Reader reader;
    private final long[] nanos;
    private long startedAt;
    private int good;
    private int bad;
    private String firstFailure;

    Loop(int calls, LoadClient.Reader reader) {
        this.nanos = new long[calls];
        this.reader = reader;
    }

    /** Makes the first calls. */
    abstract void begin();

    /** A call has its answer, or none. */
    abstract void next();

    final CompletableFuture<Load> done() {
        return done;
    }

    final int calls() {
        return nanos.length;
    }

    final void start() {
        startedAt = System.nanoTime();
        begin();
    }

    final void answered(int number, Buffer body, long since) {
        nanos[good++] = System.nanoTime() - since;
        reader.read(number, body);
        ended();
    }

    final void failed(int number, String why) {
        bad++;
        if (firstFailure == null) {
            firstFailure = "call " + number + ": " + why;
        }
        ended();
    }

    private void ended() {
        if (good + bad < nanos.length) {
            next();
        } else if (good == 0) {
            done.completeExceptionally(new IllegalStateException("no call succeeded; " + firstFailure));
        } else {
            if (bad > 0) {
                System.err.println(bad + " calls failed, the first one: " + firstFailure);
            }
            double seconds = (System.nanoTime() - startedAt) / 1e9;
            done.complete(new Load(good, bad, seconds, Latencies.ofNanos(Arrays.copyOf(nanos, good))));
        }
    }
}
