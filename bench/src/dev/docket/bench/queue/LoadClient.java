package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Calls a service over connections that are kept, from one event loop: it takes its share of the same processors, so it
 * does no more than it must.
 */
final class LoadClient implements AutoCloseable {
    private static final int PATIENCE_MINUTES = 30;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http;
    private final int port;

    /** @param connections the most that are open; calls beyond them wait, and their time runs */
    LoadClient(ServiceProcess service, int connections) {
        this.port = service.port();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(-1)
                .setKeepAlive(true)
                .setKeepAliveTimeout(600)
                .setTcpNoDelay(true));
    }

    /** What is done with the body of a good answer; on the event loop. */
    interface Reader {
        void read(int call, Buffer body);
    }

    /** So many calls, each of the callers making its next one when it has the answer to the last. */
    Load closed(int calls, int callers, IntFunction<Call> make, Reader reader) throws Exception {
        return run(new ClosedLoop(this, calls, callers, make, reader));
    }

    Load closed(int calls, int callers, IntFunction<Call> make) throws Exception {
        return closed(calls, callers, make, (call, body) -> {});
    }

    /** Calls at a constant rate, however long the answers take; each is timed from when it was meant to be made. */
    Load open(double rate, double seconds, IntFunction<Call> make) throws Exception {
        return run(new OpenLoop(this, (int) Math.ceil(rate * seconds), rate, make, (call, body) -> {}));
    }

    /** One call and the body of its answer. */
    Buffer call(Call call) throws Exception {
        Buffer[] answer = new Buffer[1];
        Load load = closed(1, 1, number -> call, (number, body) -> answer[0] = body);
        if (load.failed() > 0) {
            throw new IllegalStateException(call.path() + " failed");
        }
        return answer[0];
    }

    private Load run(Loop loop) throws Exception {
        vertx.runOnContext(start -> loop.start());
        return loop.done().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    }

    Vertx vertx() {
        return vertx;
    }

    void send(Call call, Loop loop, int number, long since) {
        http.request(call.method(), port, "127.0.0.1", call.path())
                .compose(request -> headed(request, call))
                .compose(response -> response.body().onSuccess(body -> {
                    if (call.isAnsweredBy(response.statusCode())) {
                        loop.answered(number, body, since);
                    } else {
                        loop.failed(number, response.statusCode() + " " + body);
                    }
                }))
                .onFailure(failure -> loop.failed(number, failure.toString()));
    }

    private static Future<HttpClientResponse> headed(HttpClientRequest request, Call call) {
        request.putHeader("Api-Key", ServiceProcess.KEY);
        if (call.body() == null) {
            return request.send();
        }
        return request.putHeader("Content-Type", "application/json").send(call.body());
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
