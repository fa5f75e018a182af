package dev.docket.endpoint.model;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.exchange.Failures;
import dev.docket.job.ErrorCode;
import dev.docket.trace.Trace;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The library's way to the service, for one call of a run. The library's own clients cannot be cut off before the first
 * byte of an answer, hold answers of any length, and forget the headers of a refusal.
 */
final class AbortableHttp implements HttpClient {
    private final ModelConnections connections;
    private final Trace trace;
    private volatile ModelExchange exchange;

    AbortableHttp(ModelConnections connections, Trace trace) {
        this.connections = connections;
        this.trace = trace;
    }

    /** Cuts the call off, if there is one, and waits for its end, which is a matter of the loop's next turn. */
    void abort() {
        ModelExchange begun = exchange;
        if (begun != null) {
            begun.abort();
            begun.gone().join();
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        CompletableFuture<SuccessfulHttpResponse> whole = new CompletableFuture<>();
        begin(request, new WholeAnswer(whole));
        try {
            return whole.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("no answer", failed.getCause());
        }
    }

    /** Reads the stream itself: the library's parser would keep a thread in a read. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        begin(request, new StreamedAnswer(listener));
    }

    private void begin(HttpRequest request, ModelExchange.Listener listener) {
        exchange = new ModelExchange(connections, listener);
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        trace.tell((name, value) -> headers.put(name, List.of(value)));
        exchange.begin(request.url(), headers, request.body());
    }

    private static SuccessfulHttpResponse success(HttpClientResponse response, String body) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .body(body)
                .build();
    }

    /** An answer that comes at once. */
    private record WholeAnswer(
            CompletableFuture<SuccessfulHttpResponse> whole, Buffer text, HttpClientResponse[] response)
            implements ModelExchange.Listener {
        WholeAnswer(CompletableFuture<SuccessfulHttpResponse> whole) {
            this(whole, Buffer.buffer(), new HttpClientResponse[1]);
        }

        @Override
        public void begun(HttpClientResponse head) {
            response[0] = head;
        }

        @Override
        public void piece(Buffer piece) {
            text.appendBuffer(piece);
        }

        @Override
        public void ended() {
            whole.complete(success(response[0], text.toString(StandardCharsets.UTF_8)));
        }

        @Override
        public void failed(Answer failure) {
            whole.completeExceptionally(new ModelFailed(failure));
        }
    }

    /** An answer that comes as events. */
    private final class StreamedAnswer implements ModelExchange.Listener {
        private final ServerSentEventListener listener;
        private final EventStream stream;

        StreamedAnswer(ServerSentEventListener listener) {
            this.listener = listener;
            ServerSentEventContext context = new ServerSentEventContext(new Handle());
            stream = new EventStream(event -> listener.onEvent(event, context));
        }

        @Override
        public void begun(HttpClientResponse response) {
            String type = response.getHeader("Content-Type");
            if (type == null || !type.startsWith("text/event-stream")) {
                throw new ModelFailed(Failures.last(
                        ErrorCode.UPSTREAM_ANSWER_INVALID,
                        "The model service does not stream its answer; see docket.model.streaming."));
            }
            listener.onOpen(success(response, null));
        }

        @Override
        public void piece(Buffer piece) {
            stream.take(piece);
        }

        @Override
        public void ended() {
            stream.end();
            listener.onClose();
        }

        @Override
        public void failed(Answer failure) {
            listener.onError(new ModelFailed(failure));
        }
    }

    /** Lets the library end a stream. */
    private final class Handle implements ServerSentEventParsingHandle {
        private volatile boolean cancelled;

        @Override
        public void cancel() {
            cancelled = true;
            exchange.abort();
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    /** What the library makes its client with: always this one. */
    HttpClientBuilder builder() {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() {
                return connections.service().config().connectTimeout();
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration ignored) {
                return this;
            }

            @Override
            public Duration readTimeout() {
                return connections.service().config().totalTimeout();
            }

            @Override
            public HttpClientBuilder readTimeout(Duration ignored) {
                return this;
            }

            @Override
            public HttpClient build() {
                return AbortableHttp.this;
            }
        };
    }
}
