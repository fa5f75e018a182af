package dev.docket.store;

import dev.docket.job.Job;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Gathers the creates of different calls into one statement and one commit: while one is on its way the next batch
 * fills, so that a lone create never waits and a crowd shares. Its state lives on an event loop of its own.
 */
@ApplicationScoped
class GatherCreates {
    private static final int MOST_ROWS = 250;
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    /** After this a statement is waited for no longer by those behind it: its connection may be dead. */
    private static final long OVERDUE_MILLIS = 100;

    /** More than any statement may take; beyond it the connection is taken for half-open. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final Context context;
    private final CreateJobs createJobs;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** The one that the next waits for, or null. */
    private List<Waiting> underWay;

    GatherCreates(Vertx vertx, CreateJobs createJobs) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.createJobs = createJobs;
    }

    private record Waiting(NewJob job, Context caller, UniEmitter<? super Job> emitter) {}

    /**
     * Stores a job that has no key and a request of one chunk, together with others. When it fails the job may be
     * stored all the same. Comes on the caller's context.
     */
    Uni<Job> create(NewJob job) {
        return Uni.createFrom().emitter(emitter -> {
            Waiting one = new Waiting(job, Vertx.currentContext(), emitter);
            context.runOnContext(ignored -> add(one));
        });
    }

    /** Runs the statement for no job at all. */
    Uni<Void> rehearse() {
        return createJobs.create(List.of()).replaceWithVoid();
    }

    private void add(Waiting one) {
        waiting.add(one);
        sendNext();
    }

    private void sendNext() {
        if (underWay == null && !waiting.isEmpty()) {
            underWay = nextBatch();
            send(underWay);
        }
    }

    /** The next one may go. */
    private void makeWay(List<Waiting> batch) {
        if (underWay == batch) {
            underWay = null;
            sendNext();
        }
    }

    private List<Waiting> nextBatch() {
        List<Waiting> batch = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty() && batch.size() < MOST_ROWS) {
            bytes += waiting.peek().job().request().length();
            if (bytes > MOST_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(waiting.poll());
        }
        return batch;
    }

    private void send(List<Waiting> batch) {
        long overdue = vertx.setTimer(OVERDUE_MILLIS, due -> context.runOnContext(ignored -> makeWay(batch)));
        createJobs
                .create(batch.stream().map(Waiting::job).toList())
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .emitOn(step -> context.runOnContext(ignored -> step.run()))
                .onTermination()
                .invoke(() -> over(batch, overdue))
                .subscribe()
                .with(stored -> told(batch, stored), failure -> failed(batch, failure));
    }

    private void over(List<Waiting> batch, long overdue) {
        vertx.cancelTimer(overdue);
        makeWay(batch);
    }

    private static void told(List<Waiting> batch, List<Job> stored) {
        for (int i = 0; i < batch.size(); i++) {
            Waiting one = batch.get(i);
            Job job = stored.get(i);
            on(one.caller(), () -> one.emitter().complete(job));
        }
    }

    private static void failed(List<Waiting> batch, Throwable failure) {
        batch.forEach(one -> on(one.caller(), () -> one.emitter().fail(failure)));
    }

    private static void on(Context caller, Runnable step) {
        if (caller == null) {
            step.run();
        } else {
            caller.runOnContext(ignored -> step.run());
        }
    }
}
