package dev.docket.endpoint.model;

import dev.docket.endpoint.exchange.ExchangeLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The connections to the model's service, on one event loop, so that what a call does and what is done to it never
 * happen at once. HTTP/1.1, where the end of a call that was cut is the end of its connection and plain for the other
 * side to see.
 */
final class ModelConnections extends ExchangeLoop {
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final ModelService service;
    private HttpClient client;
    private boolean closed;

    ModelConnections(Vertx vertx, ModelService service) {
        super(vertx);
        this.service = service;
    }

    ModelService service() {
        return service;
    }

    /** A connection for a call; on the loop. */
    Future<HttpClientRequest> post(String url) {
        if (closed) {
            return Future.failedFuture("the process is shutting down");
        }
        if (client == null) {
            client = connections();
        }
        return client.request(new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setFollowRedirects(false)
                .setConnectTimeout(service.config().connectTimeout().toMillis()));
    }

    void close() {
        execute(() -> {
            closed = true;
            if (client != null) {
                client.close();
            }
        });
    }

    private HttpClient connections() {
        Duration connect = service.config().connectTimeout();
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setVerifyHost(true)
                .setConnectTimeout((int) connect.toMillis())
                .setSslHandshakeTimeout(connect.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        // Every run may have as many calls as there are votes; none should wait for a connection.
        int most = service.config().concurrency() * service.config().maxConsensus();
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(most));
    }
}
