package dev.docket.executor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The places of runs that resolve requests, first come first served. A run that waits for one holds nothing but its
 * lease. Lives on the executor's loop.
 */
@ApplicationScoped
class ResolvingPlaces {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int free;

    ResolvingPlaces(ExecutorConfig config) {
        this.free = config.lightRuns();
    }

    /** Runs the step once there is a place, now or later. */
    void enter(Runnable step) {
        if (free > 0) {
            free--;
            step.run();
        } else {
            waiting.add(step);
        }
    }

    /** Gives up a place that was had, or the wait for one. */
    void leave(Runnable step) {
        if (waiting.remove(step)) {
            return;
        }
        if (waiting.isEmpty()) {
            free++;
        } else {
            waiting.poll().run();
        }
    }
}
