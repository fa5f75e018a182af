package dev.docket.api;

import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a database that is away, full or going down from a defect of ours. */
final class DatabaseTrouble {
    /** SQLSTATE 57P01 to 57P03: shutting down or starting up; 53300: out of connections. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION_FAILURES = "08";
    private static final int DEEPEST_CAUSE = 16;

    private DatabaseTrouble() {}

    /** Looks through the causes, because each layer above the client wraps in a way of its own. */
    static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (isOne(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOne(Throwable failure) {
        if (failure instanceof DatabaseException refused) {
            return isAway(refused.getSqlState());
        }
        return failure instanceof SocketException
                || failure instanceof ClosedChannelException
                || failure instanceof UnknownHostException
                || failure instanceof TimeoutException
                || failure instanceof VertxException && !(failure instanceof HttpClosedException)
                || isPoolTimeout(failure);
    }

    private static boolean isAway(String sqlState) {
        return sqlState != null && (AWAY.contains(sqlState) || sqlState.startsWith(CONNECTION_FAILURES));
    }

    /** A wait for a pooled connection that ran out has no type of its own. */
    private static boolean isPoolTimeout(Throwable failure) {
        return failure instanceof NoStackTraceThrowable && "Timeout".equals(failure.getMessage());
    }
}
