package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Runs a statement again when its first try was lost: a deadlock, a serialization failure, or a connection that broke
 * before the answer came. A broken connection may hide a commit that was done, so only statements that find their own
 * token on the row may be run through here.
 */
public final class TryAgain {
    private static final int TRIES_AFTER_THE_FIRST = 3;
    private static final int DEEPEST_CAUSE = 16;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** More than any statement may take; beyond it the connection is taken for half-open. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(60);

    /**
     * What says nothing about the statement itself: 40001 and 40P01, the server asks for another try; 55P03 and 57014,
     * it took too long; 25006, the server turned into a standby.
     */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "57014", "25006");

    /** Connection failures, no room left (connections, memory, disk), and a server that goes down or comes up. */
    private static final List<String> AWAY_CLASSES = List.of("08", "53", "57P");

    /** What a pool says, without a type of its own, when no connection came free in time. */
    private static final String NO_CONNECTION_FREE = "Timeout";

    /** How what a pool or a connection says of its end begins. */
    private static final List<String> AWAY_WORDS =
            List.of(NO_CONNECTION_FREE, "Pool closed", "Connection is not active");

    /**
     * What the client says, without a type of its own, when it was turned away in plain and then offered TLS, as with
     * {@code sslmode=allow} while a server without TLS goes down.
     */
    private static final String NO_TLS = "Postgres Server does not handle SSL connection";

    private TryAgain() {}

    /** The supplier is asked for a fresh Uni at each try, always on the context of the caller. */
    public static <T> Uni<T> onLoss(Supplier<Uni<T>> statement) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .<T>deferred(() -> onContext(context, statement))
                .ifNoItem()
                .after(LONGEST_TRY)
                .fail()
                .onFailure(TryAgain::isWorthAnother)
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

    /** Who waited for a connection in vain has waited long enough, and would only make the others wait longer. */
    private static boolean isWorthAnother(Throwable failure) {
        return isLoss(failure) && !isCrowded(failure);
    }

    /** Whether no connection of the pool came free in time, so that this try was not even sent. */
    public static boolean isCrowded(Throwable failure) {
        return anyCause(failure, TryAgain::isPoolTimeout);
    }

    /** Whether the failure says nothing about the statement: the database was away, busy, or asks for another try. */
    public static boolean isLoss(Throwable failure) {
        return anyCause(failure, TryAgain::isOne);
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (kind.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isPoolTimeout(Throwable failure) {
        return failure instanceof NoStackTraceThrowable && NO_CONNECTION_FREE.equals(failure.getMessage());
    }

    private static boolean isOne(Throwable failure) {
        if (failure instanceof DatabaseException refused) {
            return isPassing(refused.getSqlState());
        }
        if (failure instanceof SQLException refused) {
            // What Hibernate makes of a refusal.
            return isPassing(refused.getSQLState());
        }
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof io.smallrye.mutiny.TimeoutException
                || failure instanceof VertxException && !(failure instanceof HttpClosedException)
                || failure instanceof NoStackTraceThrowable && saysAway(failure.getMessage())
                || failure.getClass() == Exception.class && NO_TLS.equals(failure.getMessage());
    }

    private static boolean isPassing(String sqlState) {
        String state = String.valueOf(sqlState);
        return PASSING.contains(state) || AWAY_CLASSES.stream().anyMatch(state::startsWith);
    }

    private static boolean saysAway(String message) {
        return message != null && AWAY_WORDS.stream().anyMatch(message::startsWith);
    }
}
