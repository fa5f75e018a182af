package dev.docket.store;

import io.quarkus.logging.LoggingFilter;
import io.vertx.core.Promise;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps out of the log that the pool fails a statement a second time, which it does to each that found no connection to a
 * database that is away: once with the reason, which is what its caller is told, and once more when the statement's time
 * to wait for a connection is over. The client then says, with a stack trace, that the first one holds. Everything else
 * that nobody has caught is logged as before.
 */
@LoggingFilter(name = "second-failure")
public final class DropSecondFailure implements Filter {
    private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

    @Override
    public boolean isLoggable(LogRecord line) {
        return !(line.getThrown() instanceof IllegalStateException thrown && isOfThePool(thrown.getStackTrace()));
    }

    /** Thrown where the pool itself fails a promise: only one that has ended already refuses that. */
    private static boolean isOfThePool(StackTraceElement[] stack) {
        return stack.length > 1
                && stack[0].getClassName().equals(Promise.class.getName())
                && stack[0].getMethodName().equals("fail")
                && stack[1].getClassName().equals(POOL);
    }
}
