package dev.docket.endpoint.upstream;

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
import io.vertx.core.net.PemTrustOptions;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The connections to one service. They and all that is done on them live on one event loop, so what an exchange does,
 * and what is done to it, never happen at once. HTTP/1.1, where the end of an exchange that was cut is the end of its
 * connection and plain for the other side to see.
 */
final class UpstreamClient extends ExchangeLoop {
    /** Under the five seconds after which common servers close an idle connection, perhaps just as it is used again. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final Service service;
    private HttpClient exchanges;
    private HttpClient cancels;
    private boolean closed;

    UpstreamClient(Vertx vertx, Service service) {
        super(vertx);
        this.service = service;
    }

    Service service() {
        return service;
    }

    /** A connection for a call of the path, with the configured headers; on the loop. */
    Future<HttpClientRequest> call(String path) {
        if (exchanges == null) {
            exchanges = connections();
        }
        return connection(
                exchanges, post(path).setConnectTimeout(service.connectTimeout().toMillis()));
    }

    /** The same for a call that must not wait for exchanges to end, and is given up after its time; on the loop. */
    Future<HttpClientRequest> cancelCall(String path) {
        if (cancels == null) {
            cancels = connections();
        }
        return connection(cancels, post(path).setTimeout(service.cancelTimeout().toMillis()));
    }

    void close() {
        execute(() -> {
            closed = true;
            Stream.of(exchanges, cancels).filter(Objects::nonNull).forEach(HttpClient::close);
        });
    }

    private Future<HttpClientRequest> connection(HttpClient connections, RequestOptions call) {
        return closed ? Future.failedFuture("the process is shutting down") : connections.request(call);
    }

    private RequestOptions post(String path) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(service.host())
                .setPort(service.port())
                .setURI(service.basePath() + path)
                .setFollowRedirects(false);
        service.headers().forEach(header -> options.addHeader(header.getKey(), header.getValue()));
        return options.addHeader("Accept", "application/json").addHeader("User-Agent", "docket");
    }

    private HttpClient connections() {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setSsl(service.tls())
                .setVerifyHost(true)
                .setTrustAll(false)
                .setConnectTimeout((int) service.connectTimeout().toMillis())
                .setSslHandshakeTimeout(service.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        service.trusted()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(service.concurrency()));
    }
}
