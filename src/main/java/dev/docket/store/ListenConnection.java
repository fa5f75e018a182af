package dev.docket.store;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Opens a connection outside of the pool that hears notifications. */
@Singleton
public class ListenConnection {
    private final Vertx vertx;
    private final DatabaseConnections connections;

    ListenConnection(Vertx vertx, DatabaseConnections connections) {
        this.vertx = vertx;
        this.connections = connections;
    }

    /** Connects and listens; the names of the channels are constants of the program. */
    public Uni<PgConnection> open(Duration patience, String... channels) {
        return Uni.createFrom().deferred(() -> {
            Future<PgConnection> opened = connect(channels);
            return Uni.createFrom()
                    .completionStage(opened.toCompletionStage())
                    .ifNoItem()
                    .after(patience)
                    .fail()
                    // What comes of it after all would listen for nobody.
                    .onFailure(TimeoutException.class)
                    .invoke(() -> opened.onSuccess(PgConnection::close));
        });
    }

    private Future<PgConnection> connect(String[] channels) {
        PgConnectOptions options = connections.sessionOptions();
        options.addProperty("application_name", "docket-listener");
        return PgConnection.connect(vertx, options).compose(connection -> listen(connection, channels));
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
