package dev.docket.executor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The places of runs that resolve requests, with room in memory for these requests; first come first served. A run that
 * waits for one holds nothing but its lease. Lives on the executor's loop.
 */
@Singleton
class ResolvingPlaces {
    private static final int SHARE_OF_MEMORY = 8;

    private final Deque<Place> waiting = new ArrayDeque<>();
    private final long budget;
    private int free;
    private long held;

    @Inject
    ResolvingPlaces(ExecutorConfig config) {
        this(config.lightRuns(), Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    ResolvingPlaces(int places, long budget) {
        this.free = places;
        this.budget = budget;
    }

    /** What was asked for: a place that is had, or the wait for one. */
    final class Place {
        private final long bytes;
        private final Runnable step;
        private boolean had;

        private Place(long bytes, Runnable step) {
            this.bytes = bytes;
            this.step = step;
        }

        void leave() {
            if (had) {
                had = false;
                free++;
                held -= bytes;
            } else {
                waiting.remove(this);
            }
            letIn();
        }

        private void enter() {
            had = true;
            free--;
            held += bytes;
            step.run();
        }
    }

    /** A place for a request of so many bytes; the step is run when {@link #letIn} finds that there is one. */
    Place ask(long bytes, Runnable step) {
        Place place = new Place(bytes, step);
        waiting.add(place);
        return place;
    }

    /** Lets in who waits, as far as there is room; a request larger than all of it is let in alone. */
    void letIn() {
        while (free > 0 && !waiting.isEmpty() && (held == 0 || held + waiting.peek().bytes <= budget)) {
            waiting.poll().enter();
        }
    }
}
