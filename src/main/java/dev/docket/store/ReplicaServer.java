package dev.docket.store;

import io.vertx.pgclient.PgConnectOptions;
import java.util.Optional;

/** Where the standby is that reads may be answered by. */
public interface ReplicaServer {
    /** How to connect there; empty when there is none. */
    Optional<PgConnectOptions> options();
}
