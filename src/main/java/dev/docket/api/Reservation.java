package dev.docket.api;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

/**
 * A share of the memory for bodies, asked for at once and granted in turn. Whoever asked closes it, granted or not:
 * closing it while it waits takes it out of the queue, so no order of events leaves memory held.
 */
public final class Reservation implements AutoCloseable {
    private final BodyAdmission admission;
    private final CompletableFuture<Void> grant = new CompletableFuture<>();
    private long bytes;
    private boolean held;

    Reservation(BodyAdmission admission, long bytes) {
        this.admission = admission;
        this.bytes = bytes;
    }

    /** Completes when the memory is there; fails with a 503 when it took longer than the configured wait. */
    public Uni<Void> granted() {
        return admission.withinWait(Uni.createFrom().completionStage(grant));
    }

    /** Gives back all but {@code size} bytes, once it is known how much is needed. */
    public void shrinkTo(long size) {
        admission.shrink(this, size);
    }

    /** Ends the wait with a failure, for a client that went away, and closes the reservation. */
    public void fail(Throwable cause) {
        close();
        grant.completeExceptionally(cause);
    }

    @Override
    public void close() {
        admission.release(this);
    }

    long bytes() {
        return bytes;
    }

    boolean isHeld() {
        return held;
    }

    /** Called under the admission's lock, as are all changes of what is held. */
    void hold(long size) {
        bytes = size;
        held = size > 0;
    }

    /** Called outside of the lock, because it runs the code of whoever waits. */
    void announce() {
        grant.complete(null);
    }
}
