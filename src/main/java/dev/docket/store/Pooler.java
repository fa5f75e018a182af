package dev.docket.store;

/** What stands between Docket and its server. */
public enum Pooler {
    /** Nothing, or a pooler that keeps a session of the server for each connection, as long as it is open. */
    NONE,
    /** A pooler that lends a session for one transaction at a time, as PgBouncer does with {@code pool_mode=transaction}. */
    TRANSACTION
}
