package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens a connection outside of the pool that hears notifications. */
@ApplicationScoped
public class ListenConnection {
    private static final String VERTX_PREFIX = "vertx-reactive:";

    private final Vertx vertx;
    private final PgConnectOptions options;

    ListenConnection(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            ListenTls tls) {
        this.vertx = vertx;
        this.options = PgConnectOptions.fromUri(url.startsWith(VERTX_PREFIX) ? url.substring(VERTX_PREFIX.length()) : url);
        username.ifPresent(options::setUser);
        password.ifPresent(options::setPassword);
        tls.applyTo(options);
        options.setTcpKeepAlive(true);
        options.addProperty("application_name", "docket-listener");
    }

    /** Connects and listens; the names of the channels are constants of the program. */
    public Uni<PgConnection> open(String... channels) {
        return Uni.createFrom().completionStage(() -> PgConnection.connect(vertx, options)
                .compose(connection -> listen(connection, channels))
                .toCompletionStage());
    }

    private static Future<PgConnection> listen(PgConnection connection, String[] channels) {
        Future<?> heard = Future.succeededFuture();
        for (String channel : channels) {
            heard = heard.compose(ignored -> connection.query("listen " + channel).execute());
        }
        return heard.map(connection).onFailure(ignored -> connection.close());
    }
}
