package dev.docket.api;

import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The reading of one body: what is known of its length, what it may grow to, and the memory reserved for it. */
final class BodyReading implements AutoCloseable {
    private final HttpServerRequest request;
    private final BodyAdmission admission;
    private final Vertx vertx;
    private final long limit;
    private final double weight;
    private final long declared;
    private final IncomingBody body;
    private final Executor loop;
    private Reservation reservation;
    private boolean closed;

    /** @param weight how many bytes of memory a byte of the body is admitted for */
    BodyReading(
            HttpServerRequest request,
            long limit,
            double weight,
            Duration patience,
            BodyAdmission admission,
            Vertx vertx) {
        this.request = request;
        this.limit = limit;
        this.weight = weight;
        this.admission = admission;
        this.vertx = vertx;
        this.declared = declaredLength(request);
        this.body = new IncomingBody(request, declared, vertx, patience);
        // A grant comes from whichever thread released memory; the body belongs to this connection's loop.
        Context context = vertx.getOrCreateContext();
        this.loop = task -> context.runOnContext(ignored -> task.run());
    }

    Uni<Payload> whole() {
        if (declared > limit) {
            return tooLarge();
        }
        Uni<Boolean> first =
                declared > BodyReader.SMALL ? admittedFor(declared) : body.read(Math.min(limit, BodyReader.SMALL));
        return first.chain(this::goOn);
    }

    @Override
    public synchronized void close() {
        closed = true;
        body.stop();
        if (reservation != null) {
            reservation.close();
        }
    }

    private Uni<Payload> goOn(boolean ended) {
        if (ended) {
            return Uni.createFrom().item(this::finished);
        }
        boolean mayGrow = reservation == null && limit > BodyReader.SMALL;
        return mayGrow ? admittedFor(limit).chain(this::goOn) : tooLarge();
    }

    private Uni<Boolean> admittedFor(long bytes) {
        Reservation asked = reserve(bytes);
        body.whenGone(asked::fail);
        return asked.granted()
                .emitOn(loop)
                .onFailure()
                .invoke(() -> UnreadBody.drop(request, vertx))
                .chain(() -> body.read(limit));
    }

    /** A call may be cancelled from another thread at this very moment; then nobody else closes what is asked for. */
    private synchronized Reservation reserve(long bytes) {
        reservation = admission.reserve(weighed(bytes));
        if (closed) {
            reservation.close();
        }
        return reservation;
    }

    private Payload finished() {
        if (reservation != null) {
            reservation.shrinkTo(weighed(body.length()));
        }
        return body.toPayload();
    }

    private long weighed(long bytes) {
        return (long) (bytes * weight);
    }

    private Uni<Payload> tooLarge() {
        body.stop();
        UnreadBody.drop(request, vertx);
        return Uni.createFrom().failure(new ProblemException(Problems.payloadTooLarge(limit)));
    }

    private static long declaredLength(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // The HTTP decoder has refused a length that is not a number.
        return header == null ? -1 : Long.parseLong(header);
    }
}
