package dev.docket.bench.queue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes that this one has started, for an end that does not come in order. */
final class Children {
    private static final int PATIENCE_SECONDS = 30;

    private Children() {}

    static void end() {
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
        children.forEach(ProcessHandle::destroy);
        children.forEach(Children::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle child) {
        try {
            child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException deaf) {
            child.destroyForcibly();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
