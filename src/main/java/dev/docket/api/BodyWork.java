package dev.docket.api;

import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs what goes through a whole body, as parsing it does: at once for a small one, on a worker thread for a large one,
 * which would keep the event loop from its other calls for a tenth of a second. The result comes on the event loop.
 */
@Singleton
public final class BodyWork {
    private final Vertx vertx;

    @Inject
    BodyWork(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Applies {@code work} to the body; what it throws becomes the failure. */
    public <T> Uni<T> run(Payload body, Function<Payload, T> work) {
        return run(body.length(), () -> work.apply(body));
    }

    /** Does what goes through so many bytes. */
    <T> Uni<T> run(int bytes, Supplier<T> work) {
        if (bytes <= BodyReader.SMALL) {
            return Uni.createFrom().item(work);
        }
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work::get, false).toCompletionStage());
    }
}
