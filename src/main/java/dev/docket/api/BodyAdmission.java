package dev.docket.api;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Admits bodies to memory by their bytes, first come first served: a large body at the head is not overtaken by the
 * small ones behind it, so it cannot starve. The lock is held for a few field writes only and never while other code
 * runs.
 */
@Singleton
public final class BodyAdmission {
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Deque<Reservation> waiting = new ArrayDeque<>();
    private final long budget;
    private final Duration wait;
    private long held;

    @Inject
    BodyAdmission(BodyLimits limits) {
        this(limits.memoryBudget(), limits.bodyWait());
    }

    /** An admission of so many bytes, in which a body waits so long at most. */
    public BodyAdmission(long budget, Duration wait) {
        this.budget = budget;
        this.wait = wait;
    }

    /**
     * Asks for memory.
     *
     * @throws IllegalArgumentException for more than the whole budget, which could never be granted
     */
    public Reservation reserve(long bytes) {
        if (bytes <= 0 || bytes > budget) {
            throw new IllegalArgumentException(bytes + " bytes of a budget of " + budget);
        }
        Reservation reservation = new Reservation(this, bytes);
        synchronized (this) {
            waiting.add(reservation);
        }
        grantInTurn();
        return reservation;
    }

    /** The bytes that are held now. */
    public synchronized long held() {
        return held;
    }

    /** How many bodies wait for memory now. */
    public synchronized int waiting() {
        return waiting.size();
    }

    Uni<Void> withinWait(Uni<Void> grant) {
        return grant.ifNoItem().after(wait).failWith(() -> new ProblemException(busy()));
    }

    void shrink(Reservation reservation, long size) {
        synchronized (this) {
            if (!reservation.isHeld() || size >= reservation.bytes()) {
                return;
            }
            held -= reservation.bytes() - size;
            reservation.hold(size);
        }
        grantInTurn();
    }

    void release(Reservation reservation) {
        synchronized (this) {
            if (reservation.isHeld()) {
                held -= reservation.bytes();
                reservation.hold(0);
            } else if (!waiting.remove(reservation)) {
                return;
            }
        }
        grantInTurn();
    }

    private void grantInTurn() {
        takeGrantable().forEach(Reservation::announce);
    }

    private synchronized List<Reservation> takeGrantable() {
        List<Reservation> granted = new ArrayList<>();
        while (!waiting.isEmpty() && held + waiting.peek().bytes() <= budget) {
            Reservation next = waiting.poll();
            next.hold(next.bytes());
            held += next.bytes();
            granted.add(next);
        }
        return granted;
    }

    private Problem busy() {
        String message = "Too many large bodies are being received; send this one again in a few seconds.";
        return new Problem(503, "busy", message, null, COME_BACK);
    }
}
