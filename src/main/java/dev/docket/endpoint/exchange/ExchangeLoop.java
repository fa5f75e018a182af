package dev.docket.endpoint.exchange;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One event loop for connections and all that is done on them, so that what an exchange does and what is done to it never
 * happen at once.
 */
public abstract class ExchangeLoop implements Executor {
    protected final Vertx vertx;
    private final Context context;

    protected ExchangeLoop(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** At once when it is asked for on the loop. */
    @Override
    public final void execute(Runnable step) {
        if (Vertx.currentContext() == context) {
            step.run();
        } else {
            context.runOnContext(ignored -> step.run());
        }
    }

    /** A timer on the loop. */
    public final long after(Duration delay, Runnable step) {
        return vertx.setTimer(delay.toMillis(), ignored -> execute(step));
    }

    public final void cancelTimer(long timer) {
        vertx.cancelTimer(timer);
    }
}
