package dev.docket.executor;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.store.RunRef;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settled;
import dev.docket.store.Settlement;
import dev.docket.store.TryAgain;
import dev.docket.store.Verdict;
import dev.docket.trace.AboutJob;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Gathers the ends of runs and writes them together: while one statement is on its way the next batch fills, and goes
 * when it is full or the other is back. So the commits of many ends overlap, and few ends share one. Large answers are
 * written alone. A batch that the database refuses is cut in halves until the one at fault is alone; one
 * that the database was away for waits and is written again. Lives on the executor's loop.
 */
@Singleton
class SettleQueue {
    private static final Logger LOG = Logger.getLogger(SettleQueue.class);
    private static final int MOST_ROWS = 200;
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_STATEMENTS = 4;
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(1);

    private final ExecutorLoop loop;
    private final SettleRuns settleRuns;
    private final ExecutorMeters meters;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean looking;

    SettleQueue(ExecutorLoop loop, SettleRuns settleRuns, ExecutorMeters meters) {
        this.loop = loop;
        this.settleRuns = settleRuns;
        this.meters = meters;
    }

    private record Waiting(Settlement end, UniEmitter<? super Settled> emitter) {}

    /** Comes with the outcome once it is written, however long the database is away; fails only if it cannot be. */
    Uni<Settled> settle(Settlement end) {
        return Uni.createFrom()
                .emitter(emitter -> loop.execute(() -> {
                    waiting.add(new Waiting(end, emitter));
                    writeSoon();
                }));
    }

    /** Runs that end in the same turn of the loop are written together. */
    private void writeSoon() {
        if (!looking) {
            looking = true;
            loop.soon(() -> {
                looking = false;
                writeNext();
            });
        }
    }

    private void writeNext() {
        while (!waiting.isEmpty() && mayGo()) {
            underWay++;
            write(nextBatch());
        }
    }

    private boolean mayGo() {
        return underWay == 0 || underWay < MOST_STATEMENTS && waiting.size() >= MOST_ROWS;
    }

    private List<Waiting> nextBatch() {
        List<Waiting> batch = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty() && batch.size() < MOST_ROWS) {
            Settlement next = waiting.peek().end();
            boolean fits = bytes + next.bytes() <= MOST_BYTES && !SettleRuns.isLarge(next);
            if (!fits && !batch.isEmpty()) {
                break;
            }
            batch.add(waiting.poll());
            bytes += next.bytes();
            if (!fits) {
                break;
            }
        }
        return batch;
    }

    private void write(List<Waiting> batch) {
        long sentAt = System.nanoTime();
        outcomes(batch)
                .emitOn(loop)
                .invoke(settled -> meters.settled(batch.size(), Duration.ofNanos(System.nanoTime() - sentAt)))
                .subscribe()
                .with(settled -> told(batch, settled), failure -> refused(batch, failure));
    }

    private Uni<Map<RunRef, Settled>> outcomes(List<Waiting> batch) {
        if (batch.size() == 1) {
            Settlement only = batch.get(0).end();
            return settleRuns.alone(only).map(settled -> Map.of(only.run(), settled));
        }
        return settleRuns.together(batch.stream().map(Waiting::end).toList());
    }

    private void told(List<Waiting> batch, Map<RunRef, Settled> outcomes) {
        underWay--;
        batch.forEach(one -> one.emitter().complete(outcomes.get(one.end().run())));
        writeNext();
    }

    private void refused(List<Waiting> batch, Throwable failure) {
        if (TryAgain.isLoss(failure)) {
            LOG.warnf("%d ended runs wait for the database: %s", batch.size(), failure.toString());
            loop.after(PAUSE_WHILE_AWAY, () -> write(batch));
            return;
        }
        underWay--;
        if (batch.size() == 1) {
            alone(batch.get(0), failure);
        } else {
            writeHalves(batch);
        }
        writeNext();
    }

    /** An answer that the database will not take is an end all the same, and a clear one. */
    private void alone(Waiting refused, Throwable failure) {
        if (refused.end().verdict() instanceof Verdict.Fail) {
            refused.emitter().fail(failure);
            return;
        }
        RunRef run = refused.end().run();
        AboutJob.log(
                run.organization(),
                run.job(),
                () -> LOG.errorf(failure, "The end of %s was refused by the database", run.job()));
        JobError error = new JobError(ErrorCode.PROCESSOR_FAILED, "The result could not be stored.");
        waiting.add(new Waiting(new Settlement(refused.end().run(), new Verdict.Fail(error)), refused.emitter()));
    }

    private void writeHalves(List<Waiting> batch) {
        underWay++;
        int middle = batch.size() / 2;
        List<Waiting> second = batch.subList(middle, batch.size());
        for (int i = second.size() - 1; i >= 0; i--) {
            waiting.addFirst(second.get(i));
        }
        write(batch.subList(0, middle));
    }
}
