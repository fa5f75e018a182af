package dev.docket.endpoint.fetch;

import dev.docket.endpoint.DocumentUrl;
import dev.docket.endpoint.FetchConfig;
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
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/**
 * Connections to wherever documents are, one for each exchange. They and all that is done on them live on one event
 * loop. No proxy, no cookies, no compression, no redirects but those that were judged.
 */
final class FetchClient extends ExchangeLoop {
    /** Nothing waits for a connection to be free; how many there are is up to how many runs there are. */
    private static final int UNBOUNDED = 10_000;

    private final FetchConfig config;
    private HttpClient connections;
    private boolean closed;

    FetchClient(Vertx vertx, FetchConfig config) {
        super(vertx);
        this.config = config;
    }

    /**
     * A connection to this address, whose other side has proved to be the URL's host; on the loop. The name is not looked
     * up again: whoever answers for it might say something else by now.
     */
    Future<HttpClientRequest> connect(DocumentUrl url, InetAddress address) {
        if (closed) {
            return Future.failedFuture("the process is shutting down");
        }
        if (connections == null) {
            connections = connections();
        }
        return connections.request(new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setURI(url.target())
                .setFollowRedirects(false)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .addHeader("Accept", "*/*")
                .addHeader("Accept-Encoding", "identity")
                .addHeader("User-Agent", "docket"));
    }

    void close() {
        execute(() -> {
            closed = true;
            if (connections != null) {
                connections.close();
            }
        });
    }

    private HttpClient connections() {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setSsl(true)
                .setVerifyHost(true)
                .setTrustAll(false)
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setSslHandshakeTimeout(config.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        config.trustCertificates()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(UNBOUNDED));
    }
}
