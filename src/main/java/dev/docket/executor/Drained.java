package dev.docket.executor;

import dev.docket.store.RunRef;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Runs that were stopped to let the process go and wait to be handed back together. Lives on the executor's loop. */
@Singleton
class Drained {
    private final List<RunRef> runs = new ArrayList<>();

    void add(RunRef run) {
        runs.add(run);
    }

    List<RunRef> take() {
        List<RunRef> taken = List.copyOf(runs);
        runs.clear();
        return taken;
    }
}
