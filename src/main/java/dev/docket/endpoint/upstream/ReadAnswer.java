package dev.docket.endpoint.upstream;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.AnswerSink;
import dev.docket.endpoint.exchange.Failures;
import dev.docket.job.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Takes in an answer of success: checks that it is one JSON object as it comes, and puts it into the sink piece by
 * piece. While the sink is at work the socket is not read, so what is held does not grow with the answer.
 */
final class ReadAnswer implements Reading {
    private static final Logger LOG = Logger.getLogger(ReadAnswer.class);

    private static final int NO_CONTENT = 204;

    private final UpstreamClient client;
    private final HttpClientResponse response;
    private final AnswerSink sink;
    private final Limits limits;
    private final Consumer<Answer> done;
    private final JsonObjectCheck check = new JsonObjectCheck();
    private Cancellable storing;
    private long received;
    private boolean whole;
    private boolean stopped;

    ReadAnswer(
            UpstreamClient client, HttpClientResponse response, AnswerSink sink, Limits limits, Consumer<Answer> done) {
        this.client = client;
        this.response = response;
        this.sink = sink;
        this.limits = limits;
        this.done = done;
    }

    @Override
    public void begin() {
        if (announced() > client.service().maxAnswer()) {
            done.accept(tooLarge());
            return;
        }
        limits.receiving();
        response.handler(this::take).endHandler(end -> end());
    }

    @Override
    public void stop() {
        stopped = true;
        if (storing != null) {
            storing.cancel();
        }
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    private void take(Buffer piece) {
        if (stopped) {
            return;
        }
        received += piece.length();
        if (received > client.service().maxAnswer()) {
            done.accept(tooLarge());
            return;
        }
        byte[] bytes = piece.getBytes();
        if (!check.accepts(bytes)) {
            done.accept(invalid());
            return;
        }
        limits.busy();
        response.pause();
        store(sink.write(bytes), stored -> {
            limits.receiving();
            response.resume();
        });
    }

    private void end() {
        whole = true;
        if (stopped) {
            return;
        }
        if (!check.isComplete()) {
            done.accept(
                    endsWithItsConnection()
                            ? Failures.unavailable("The upstream service broke off its answer.")
                            : invalid());
            return;
        }
        limits.busy();
        store(sink.completed(response.statusCode()), done);
    }

    private <T> void store(Uni<T> write, Consumer<T> next) {
        storing = write.emitOn(client).subscribe().with(next, this::notStored);
    }

    private void notStored(Throwable failure) {
        if (!stopped) {
            LOG.errorf("An answer of %s could not be stored: %s", client.service(), failure.toString());
            // Most likely the database is away: the service is asked again, under the same key.
            done.accept(Failures.passing(ErrorCode.PROCESSOR_FAILED, "The result could not be stored."));
        }
    }

    /** In good order or not: nothing tells. */
    private boolean endsWithItsConnection() {
        return response.statusCode() != NO_CONTENT
                && response.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && response.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    /** The length that the answer says it has; 0 when it does not say, or nothing that can be believed. */
    private long announced() {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    private Answer tooLarge() {
        return Failures.last(
                ErrorCode.UPSTREAM_ANSWER_TOO_LARGE,
                "The answer of the upstream service has more than "
                        + client.service().maxAnswer() + " bytes.");
    }

    private static Answer invalid() {
        return Failures.last(
                ErrorCode.UPSTREAM_ANSWER_INVALID, "The answer of the upstream service is not one JSON object.");
    }
}
