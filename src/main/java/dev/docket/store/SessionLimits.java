package dev.docket.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long the server lets a session of Docket go on, so that a process that is paused or cut off cannot hold a row, and
 * how long Docket believes in a connection. The server's limits are sent when a connection is opened; {@code 0S} sends
 * nothing, for a pooler that refuses such parameters.
 */
@ConfigMapping(prefix = "docket.db")
public interface SessionLimits {
    /** The longest time for one statement. */
    @WithDefault("30S")
    Duration statementTimeout();

    /** The longest wait for a lock. */
    @WithDefault("10S")
    Duration lockTimeout();

    /** The longest pause inside a transaction. */
    @WithDefault("10S")
    Duration idleInTransactionTimeout();

    /**
     * Whether the server is told, when a connection is opened, to read a whole table only where no index serves. A
     * plan that was made for an empty table would else be kept when it has filled. False sends nothing.
     */
    @WithDefault("true")
    boolean avoidSequentialScans();

    /**
     * How long a connection may be silent, in a statement or between two, before it is taken for half-open and closed;
     * {@code 0S} believes in it for ever. More than {@link #statementTimeout()}.
     */
    @WithDefault("60S")
    Duration silence();
}
