package dev.docket.endpoint.fetch;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.AnswerSink;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Writes the body of an answer to a sink as the JSON string of a data URL, as it comes in. While the sink is at work the
 * socket is not read. Lives on the client's loop.
 */
final class TakeDocument {
    private static final Logger LOG = Logger.getLogger(TakeDocument.class);

    private final FetchClient client;
    private final HttpClientResponse response;
    private final AnswerSink sink;
    private final Room room;
    private final FetchFailures failures;
    private final Outcome outcome;
    private final EncodeBase64 base64 = new EncodeBase64();
    private final Buffer head = Buffer.buffer();
    private Cancellable writing = () -> {};
    private String type;
    private boolean stopped;

    TakeDocument(
            FetchClient client,
            HttpClientResponse response,
            AnswerSink sink,
            Room room,
            FetchFailures failures,
            Outcome outcome) {
        this.client = client;
        this.response = response;
        this.sink = sink;
        this.room = room;
        this.failures = failures;
        this.outcome = outcome;
    }

    /** Who is told how it ended: nothing more is written then. */
    interface Outcome {
        /** @param type the media type that its data URL names */
        void taken(String type);

        void failed(Answer failure);
    }

    void begin() {
        String encoding = response.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            // Not asked for, and how large it would become cannot be told.
            fail(failures.failed("The server of the document sends it compressed only"));
        } else if (!room.has(EncodeBase64.length(announced()))) {
            fail(failures.tooLarge(room.limit()));
        } else {
            response.handler(this::take).endHandler(end -> end());
        }
    }

    void stop() {
        stopped = true;
        writing.cancel();
    }

    private void take(Buffer piece) {
        if (stopped) {
            return;
        }
        if (type != null) {
            write(base64.take(piece.getBytes()));
            return;
        }
        head.appendBuffer(piece);
        // Till then there is too little of it to see what it is.
        if (head.length() >= MediaType.HEAD) {
            write(opening());
        }
    }

    private byte[] opening() {
        byte[] first = head.getBytes();
        type = MediaType.of(response.getHeader(HttpHeaders.CONTENT_TYPE), first);
        return Buffer.buffer("\"data:" + type + ";base64,")
                .appendBytes(base64.take(first))
                .getBytes();
    }

    private void write(byte[] bytes) {
        if (room.take(bytes.length)) {
            response.pause();
            store(sink.write(bytes), stored -> response.resume());
        } else {
            fail(failures.tooLarge(room.limit()));
        }
    }

    private void end() {
        if (stopped) {
            return;
        }
        if (head.length() == 0) {
            fail(failures.empty());
            return;
        }
        byte[] last = (type != null ? Buffer.buffer() : Buffer.buffer(opening()))
                .appendBytes(base64.end())
                .appendString("\"")
                .getBytes();
        if (room.take(last.length)) {
            store(sink.write(last), stored -> outcome.taken(type));
        } else {
            fail(failures.tooLarge(room.limit()));
        }
    }

    private void store(Uni<Void> write, Consumer<Void> next) {
        writing = write.emitOn(client)
                .subscribe()
                .with(
                        stored -> {
                            if (!stopped) {
                                next.accept(stored);
                            }
                        },
                        this::notStored);
    }

    private void notStored(Throwable failure) {
        if (!stopped) {
            LOG.errorf("A fetched document could not be stored: %s", failure.toString());
            fail(FetchFailures.notStored());
        }
    }

    private void fail(Answer failure) {
        stopped = true;
        outcome.failed(failure);
    }

    /** The length that the answer says it has; 0 when it does not say, or nothing that can be believed. */
    private long announced() {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
