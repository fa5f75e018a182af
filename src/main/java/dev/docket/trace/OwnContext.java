package dev.docket.trace;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.Callable;

/**
 * Does a step where it may keep data of its own. The context of an event loop, which is everybody's, keeps none: a copy
 * of it takes its place meanwhile.
 */
final class OwnContext {
    private OwnContext() {}

    static <T> T call(Callable<T> step) throws Exception {
        if (!(Vertx.currentContext() instanceof ContextInternal shared) || shared.isDuplicate()) {
            return step.call();
        }
        ContextInternal own = shared.duplicate();
        ContextInternal before = own.beginDispatch();
        try {
            return step.call();
        } finally {
            own.endDispatch(before);
        }
    }

    /** The same for a step that throws nothing checked. */
    static void run(Runnable step) {
        try {
            call(() -> {
                step.run();
                return null;
            });
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
