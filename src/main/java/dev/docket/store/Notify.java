package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Sends hints to the other pods. A hint may get lost; nothing depends on it. */
@Singleton
public class Notify {
    private static final String SEND = """
            select pg_notify($1, message)
            from unnest($2::text[]) as message
            """;

    private final Pool pool;

    Notify(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** Sends all messages in one transaction of their own: a notifying commit takes a lock that all of them share. */
    public Uni<Void> send(String channel, Collection<String> messages) {
        return pool.preparedQuery(SEND)
                .execute(Tuple.tuple().addString(channel).addArrayOfString(messages.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
