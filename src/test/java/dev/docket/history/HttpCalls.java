package dev.docket.history;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** HTTP as the clients of the run speak it: kept connections, and never a second try behind the caller's back. */
final class HttpCalls implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 256;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http;
    private final String apiKey;

    HttpCalls(String apiKey) {
        this.apiKey = apiKey;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("127.0.0.1"), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** @param body null for none */
    record Request(HttpMethod method, String path, String body, String idempotencyKey) {}

    record Reply(int status, Buffer body) {}

    /** The call never left: it had no effect. */
    static final class NotSent extends Exception {
        NotSent(Throwable cause) {
            super(cause);
        }
    }

    /** No answer came: nobody knows whether the call had an effect. */
    static final class NoAnswer extends Exception {
        NoAnswer(Throwable cause) {
            super(cause);
        }
    }

    Reply send(int port, Request request) throws NotSent, NoAnswer {
        HttpClientRequest connected = connect(port, request);
        try {
            return exchange(connected, request)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException lost) {
            throw new NoAnswer(lost.getCause());
        }
    }

    private HttpClientRequest connect(int port, Request request) throws NotSent {
        RequestOptions options = new RequestOptions()
                .setPort(port)
                .setMethod(request.method())
                .setURI(request.path())
                .setTimeout(PATIENCE.toMillis());
        try {
            return http.request(options)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException refused) {
            throw new NotSent(refused.getCause());
        }
    }

    private Future<Reply> exchange(HttpClientRequest connected, Request request) {
        connected.putHeader("Api-Key", apiKey);
        if (request.idempotencyKey() != null) {
            connected.putHeader("Idempotency-Key", request.idempotencyKey());
        }
        Buffer body = request.body() == null ? Buffer.buffer() : Buffer.buffer(request.body());
        if (request.body() != null) {
            connected.putHeader("Content-Type", "application/json");
        }
        // Asked for before it is sent: an answer that came meanwhile would pass unheard.
        Future<Reply> reply = connected
                .response()
                .compose(response -> response.body().map(whole -> new Reply(response.statusCode(), whole)));
        connected.end(body);
        return reply;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
