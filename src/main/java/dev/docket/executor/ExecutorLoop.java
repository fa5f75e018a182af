package dev.docket.executor;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * The one event loop that all of the executor's state lives on. Nothing else touches that state, so it needs no locks;
 * whatever comes from elsewhere is handed over here first.
 */
@Singleton
class ExecutorLoop implements Executor {
    private final Vertx vertx;
    private final Context context;
    private final String owner = "exec_" + UUID.randomUUID();

    ExecutorLoop(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** The name under which this process holds runs; fresh at each start, so that no two lives are mistaken. */
    String owner() {
        return owner;
    }

    @Override
    public void execute(Runnable step) {
        if (Vertx.currentContext() == context) {
            step.run();
        } else {
            context.runOnContext(ignored -> step.run());
        }
    }

    /** Runs the step on the loop when the present one is over. */
    void soon(Runnable step) {
        context.runOnContext(ignored -> step.run());
    }

    /** Runs the step on the loop after the delay, unless what it answers with is cancelled before. */
    Cancellable timer(Duration delay, Runnable step) {
        long timer = vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> execute(step));
        return () -> vertx.cancelTimer(timer);
    }

    /** Runs the step on the loop after the delay. */
    void after(Duration delay, Runnable step) {
        vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> execute(step));
    }
}
