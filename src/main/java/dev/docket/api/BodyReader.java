package dev.docket.api;

import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * Reads the bodies of calls into memory that was admitted for them. A body of up to 64 KB needs no admission. A
 * chunked one, whose length nobody knows, is admitted for the largest body once it is past that, and keeps what it
 * turned out to need. Until it is admitted its socket is paused, so the bytes wait at the client.
 */
@Singleton
public final class BodyReader {
    /** Bodies up to this many bytes are read without admission; also the largest body of the small calls. */
    public static final int SMALL = 64 * 1024;

    /** A byte, and its four thirds in base64. */
    private static final double FORM_WEIGHT = 7 / 3.0;

    private final BodyAdmission admission;
    private final BodyLimits limits;
    private final Vertx vertx;

    @Inject
    BodyReader(BodyAdmission admission, BodyLimits limits, Vertx vertx) {
        this.admission = admission;
        this.limits = limits;
        this.vertx = vertx;
    }

    /**
     * Reads the whole body and passes it on. Its memory is released when what {@code use} returns has ended, in an
     * item, a failure or a cancellation; the payload must not be kept beyond that. Fails with a {@link
     * ProblemException} of status 400, 408, 413 or 503.
     */
    public <T> Uni<T> read(HttpServerRequest request, Function<Payload, Uni<? extends T>> use) {
        return read(request, limits.largestBody(), use);
    }

    /**
     * As {@link #read(HttpServerRequest, Function)}, for a call with a limit of its own.
     *
     * @param limit in bytes
     */
    public <T> Uni<T> read(HttpServerRequest request, long limit, Function<Payload, Uni<? extends T>> use) {
        return read(request, Math.min(limit, limits.largestBody()), 1, use);
    }

    /** As {@link #read(HttpServerRequest, Function)}, for a form whose files become base64 text beside it. */
    <T> Uni<T> readForm(HttpServerRequest request, Function<Payload, Uni<? extends T>> use) {
        long whole = (long) (limits.memoryBudget() / FORM_WEIGHT);
        // What it becomes must not be larger than what could have been sent.
        return read(request, Math.min(whole, limits.largestBody() / 4 * 3), FORM_WEIGHT, use);
    }

    private <T> Uni<T> read(
            HttpServerRequest request, long limit, double weight, Function<Payload, Uni<? extends T>> use) {
        return Uni.createFrom().deferred(() -> {
            BodyReading reading = open(request, limit, weight);
            return reading.whole().<T>chain(use::apply).onTermination().invoke(reading::close);
        });
    }

    /** Reads a body of at most 64 KB, for the calls that hardly have one. */
    public Uni<Payload> readSmall(HttpServerRequest request) {
        return Uni.createFrom().deferred(() -> open(request, SMALL, 1).whole());
    }

    private BodyReading open(HttpServerRequest request, long limit, double weight) {
        return new BodyReading(request, limit, weight, limits.bodyTimeout(), admission, vertx);
    }
}
