package dev.docket.store;

import io.vertx.pgclient.PgConnectOptions;
import java.util.Optional;

/** Where a connection goes that has to stay one session of the server. */
public interface SessionServer {
    /** How to connect there; empty when the connections of the pools are sessions. */
    Optional<PgConnectOptions> elsewhere();
}
