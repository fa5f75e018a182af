package dev.docket.store;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** Reads the requests of runs, over connections that calls cannot take. */
@Reserved
@Singleton
class ReadRunBodies extends ReadBodies {
    ReadRunBodies(@Reserved Pool pool) {
        super(pool, AskReplica.OF_NONE);
    }
}
