package dev.docket.executor;

import dev.docket.store.RunRef;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory that the requests of runs hold, from the reading of one until its run is over. One that does not fit waits,
 * and those behind it wait with it, so that a large one cannot starve; when nothing is held any one fits. Lives on the
 * executor's loop.
 */
@Singleton
class RequestMemory {
    private static final int SHARE_OF_HEAP = 4;

    private final long budget;
    private final Map<RunRef, Integer> held = new HashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long bytes;

    RequestMemory(ExecutorConfig config) {
        this.budget = config.requestMemory()
                .map(MemorySize::asLongValue)
                .orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    private record Waiting(Run run, Runnable reading) {}

    /** Does the reading now or when there is room, unless the run was stopped before. */
    void whenThereIsRoom(Run run, Runnable reading) {
        waiting.add(new Waiting(run, reading));
        grantInTurn();
    }

    /** The run is over: what it held is free. */
    void release(RunRef run) {
        Integer freed = held.remove(run);
        if (freed != null) {
            bytes -= freed;
        }
        grantInTurn();
    }

    private void grantInTurn() {
        while (!waiting.isEmpty() && isRoomFor(waiting.peek().run())) {
            Waiting next = waiting.poll();
            if (next.run().stopped() == null) {
                int length = length(next.run());
                held.put(next.run().ref(), length);
                bytes += length;
                next.reading().run();
            }
        }
    }

    private boolean isRoomFor(Run run) {
        return run.stopped() != null || bytes == 0 || bytes + length(run) <= budget;
    }

    private static int length(Run run) {
        return run.job().request().length();
    }
}
