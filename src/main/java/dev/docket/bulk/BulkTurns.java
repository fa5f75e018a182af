package dev.docket.bulk;

import dev.docket.store.BatchDone;
import dev.docket.store.BulkRef;
import dev.docket.store.CancelBatch;
import dev.docket.store.DueBulkCancels;
import dev.docket.store.Signals;
import dev.docket.store.TryAgain;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * The bulk cancels that this process works on, by turns of one batch each. Every other turn is a newcomer's: a small
 * one is over with its first turn, however many large ones there are, and the large ones go on however many small ones
 * come. What cannot go on here is left to whoever looks for it next.
 */
@Singleton
public class BulkTurns {
    private static final Logger LOG = Logger.getLogger(BulkTurns.class);

    /** Batches at the same time; each takes a connection. */
    private static final int PLACES = 2;

    private static final int MOST_LOSSES = 3;
    private static final Duration AFTER_A_LOSS = Duration.ofMillis(500);
    private static final Duration FIRST_REST = Duration.ofMillis(20);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration WHEN_STUCK = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final Context context;
    private final CancelBatch cancelBatch;
    private final DueBulkCancels dueBulkCancels;
    private final Signals signals;
    private final BulkMeters meters;
    private final BulkConfig config;
    private final Map<BulkRef, Turn> known = new HashMap<>();
    private final Deque<Turn> newcomers = new ArrayDeque<>();
    private final Deque<Turn> line = new ArrayDeque<>();
    private boolean newcomersTurn;
    private int working;
    private boolean closed;

    BulkTurns(
            Vertx vertx,
            CancelBatch cancelBatch,
            DueBulkCancels dueBulkCancels,
            Signals signals,
            BulkMeters meters,
            BulkConfig config) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.cancelBatch = cancelBatch;
        this.dueBulkCancels = dueBulkCancels;
        this.signals = signals;
        this.meters = meters;
        this.config = config;
    }

    /** Works on it, at once if there is a place. The answer comes when this process has no more to do with it. */
    public Uni<Void> begin(BulkRef bulk) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        execute(() -> turnOf(bulk).over().thenRun(() -> over.complete(null)));
        return Uni.createFrom().completionStage(over);
    }

    /** No batch begins any more; those that are under way end, or are taken back by the database. */
    void close(@Observes ShutdownEvent event) {
        execute(() -> closed = true);
    }

    private Turn turnOf(BulkRef bulk) {
        Turn there = known.get(bulk);
        if (there != null) {
            return there;
        }
        Turn turn = new Turn(bulk, config.batch());
        known.put(bulk, turn);
        newcomers.addLast(turn);
        next();
        return turn;
    }

    private void next() {
        while (!closed && working < PLACES && !(newcomers.isEmpty() && line.isEmpty())) {
            work(first());
        }
    }

    private Turn first() {
        newcomersTurn = !newcomersTurn;
        boolean newcomer = line.isEmpty() || newcomersTurn && !newcomers.isEmpty();
        return newcomer ? newcomers.removeFirst() : line.removeFirst();
    }

    private void work(Turn turn) {
        working++;
        long begun = System.nanoTime();
        cancelBatch
                .next(turn.bulk(), turn.size())
                .emitOn(this::execute)
                .subscribe()
                .with(done -> done(turn, done, begun), failure -> failed(turn, failure));
    }

    private void done(Turn turn, BatchDone done, long begun) {
        working--;
        if (done instanceof BatchDone.Written written) {
            written(turn, written, Duration.ofNanos(System.nanoTime() - begun));
        } else {
            leave(turn);
        }
        next();
    }

    private void written(Turn turn, BatchDone.Written batch, Duration elapsed) {
        batch.stopped().forEach(signals::cancelled);
        turn.succeeded(batch.advanced());
        if (batch.advanced()) {
            meters.written(batch, elapsed);
        }
        if (batch.completed()) {
            leave(turn);
        } else if (batch.advanced()) {
            line.addLast(turn);
        } else {
            // Others hold what is left; most of them for milliseconds only.
            after(restOf(turn), turn);
        }
    }

    private void failed(Turn turn, Throwable failure) {
        working--;
        meters.failed();
        if (turn.isWhole()) {
            // The smaller batches that look for the job to blame say the same.
            LOG.warnf("A batch of %s failed: %s", turn.bulk().id(), failure.toString());
        }
        if (TryAgain.isLoss(failure)) {
            lost(turn);
        } else if (turn.size() > 1) {
            turn.failed();
            line.addLast(turn);
        } else {
            setAside(turn);
        }
        next();
    }

    private void lost(Turn turn) {
        if (turn.lost() < MOST_LOSSES) {
            after(AFTER_A_LOSS, turn);
        } else {
            leave(turn);
        }
    }

    /** The one job that a batch of its own fails on must not stop the rest. */
    private void setAside(Turn turn) {
        working++;
        cancelBatch
                .setAside(turn.bulk())
                .emitOn(this::execute)
                .subscribe()
                .with(done -> done(turn, done, System.nanoTime()), failure -> stuck(turn, failure));
    }

    /** No job is to blame. It is left alone for a while, by all processes. */
    private void stuck(Turn turn, Throwable failure) {
        working--;
        LOG.errorf("%s cannot go on and rests for %s: %s", turn.bulk().id(), WHEN_STUCK, failure.toString());
        dueBulkCancels
                .postpone(turn.bulk(), WHEN_STUCK)
                .subscribe()
                .with(
                        rests -> {},
                        again -> LOG.warnf(
                                "%s could not be put to rest: %s", turn.bulk().id(), again.toString()));
        leave(turn);
        next();
    }

    /** It is over, or comes back to somebody's notice when it is due. */
    private void leave(Turn turn) {
        known.remove(turn.bulk());
        turn.over().complete(null);
    }

    private static Duration restOf(Turn turn) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(10, turn.idle()));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private void after(Duration rest, Turn turn) {
        vertx.setTimer(
                rest.toMillis(),
                ignored -> execute(() -> {
                    line.addLast(turn);
                    next();
                }));
    }

    private void execute(Runnable step) {
        context.runOnContext(ignored -> step.run());
    }
}
