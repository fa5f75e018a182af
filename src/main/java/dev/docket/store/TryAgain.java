package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs a statement again when its first try was lost: a deadlock, a serialization failure, or a connection that broke
 * before the answer came. A broken connection may hide a commit that was done, so only statements that find their own
 * token on the row may be run through here.
 */
public final class TryAgain {
    private static final int TRIES_AFTER_THE_FIRST = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** Deadlock, serialization failure: the server itself asks for another try. */
    private static final Set<String> ROLLED_BACK = Set.of("40P01", "40001");

    /** The server went away, is going, or has no room: crash, shutdown, start-up, out of connections. */
    private static final Set<String> SERVER_AWAY = Set.of("57P01", "57P02", "57P03", "57P05", "53300", "08000", "08003", "08006");

    private TryAgain() {}

    /** The supplier is asked for a fresh Uni at each try, always on the context of the caller. */
    public static <T> Uni<T> onLoss(Supplier<Uni<T>> statement) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .<T>deferred(() -> onContext(context, statement))
                .onFailure(TryAgain::isLoss)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .atMost(TRIES_AFTER_THE_FIRST);
    }

    /** A pause ends on a thread of the scheduler; a session or an executor's state may only be used on its context. */
    private static <T> Uni<T> onContext(Context context, Supplier<Uni<T>> statement) {
        return context == null || context == Vertx.currentContext()
                ? statement.get()
                : Uni.createFrom()
                        .<T>deferred(statement::get)
                        .runSubscriptionOn(command -> context.runOnContext(ignored -> command.run()));
    }

    /** Whether the failure says nothing about the statement itself. */
    public static boolean isLoss(Throwable failure) {
        return hasState(failure, ROLLED_BACK) || isDatabaseAway(failure);
    }

    /** Whether the database could not be reached or broke the connection. */
    public static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof ClosedChannelException
                    || cause instanceof TimeoutException
                    || cause instanceof NoStackTraceThrowable
                    || cause.getClass().getSimpleName().equals("ClosedConnectionException")) {
                return true;
            }
        }
        return hasState(failure, SERVER_AWAY);
    }

    private static boolean hasState(Throwable failure, Set<String> states) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException answer && answer.getSqlState() != null && states.contains(answer.getSqlState())) {
                return true;
            }
        }
        return false;
    }
}
