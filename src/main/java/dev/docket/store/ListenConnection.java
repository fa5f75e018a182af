package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens a connection outside of the pool that hears notifications. */
@ApplicationScoped
public class ListenConnection {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Vertx vertx;
    private final DatabaseConnections connections;

    ListenConnection(Vertx vertx, DatabaseConnections connections) {
        this.vertx = vertx;
        this.connections = connections;
    }

    /** Connects and listens; the names of the channels are constants of the program. */
    public Uni<PgConnection> open(String... channels) {
        PgConnectOptions options = connections.options();
        options.addProperty("application_name", "docket-listener");
        options.setConnectTimeout(PATIENCE_MILLIS);
        return Uni.createFrom()
                .completionStage(() -> PgConnection.connect(vertx, options)
                        .compose(connection -> listen(connection, channels))
                        .toCompletionStage());
    }

    private static Future<PgConnection> listen(PgConnection connection, String[] channels) {
        Future<?> heard = Future.succeededFuture();
        for (String channel : channels) {
            heard = heard.compose(
                    ignored -> connection.query("listen " + channel).execute());
        }
        return heard.map(connection).onFailure(ignored -> connection.close());
    }
}
