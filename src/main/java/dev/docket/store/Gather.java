package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Gathers what different calls want into one statement and one commit: while one is on its way the next batch fills, and
 * goes when it is full or the other is back, so that a lone call never waits, a crowd shares, and the commits of many
 * full batches overlap. Its state lives on an event loop of its own.
 *
 * @param <C> what a call wants
 * @param <R> what comes of it
 */
final class Gather<C, R> {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_STATEMENTS = 4;

    /** After this a statement is waited for no longer by those behind it: its connection may be dead. */
    private static final long OVERDUE_MILLIS = 100;

    /** More than any statement may take; beyond it the connection is taken for half-open. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final Context context;
    private final int mostRows;
    private final ToIntFunction<C> bytes;
    private final Function<List<C>, Uni<List<R>>> statement;
    private final Deque<Waiting<C, R>> waiting = new ArrayDeque<>();

    /** Those that the next waits for, each itself and not one that equals it. */
    private final Set<List<Waiting<C, R>>> underWay = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean looking;

    /**
     * @param bytes what a call adds to the size of a statement
     * @param statement answers in the order of the calls
     */
    Gather(Vertx vertx, int mostRows, ToIntFunction<C> bytes, Function<List<C>, Uni<List<R>>> statement) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.mostRows = mostRows;
        this.bytes = bytes;
        this.statement = statement;
    }

    private record Waiting<C, R>(C call, Context caller, UniEmitter<? super R> emitter) {
        void on(Runnable step) {
            if (caller == null) {
                step.run();
            } else {
                caller.runOnContext(ignored -> step.run());
            }
        }
    }

    /** Does it together with others. When it fails it may be done all the same. Comes on the caller's context. */
    Uni<R> add(C call) {
        return Uni.createFrom().emitter(emitter -> {
            Waiting<C, R> one = new Waiting<>(call, Vertx.currentContext(), emitter);
            context.runOnContext(ignored -> add(one));
        });
    }

    private void add(Waiting<C, R> one) {
        waiting.add(one);
        sendSoon();
    }

    /** Calls that come in the same turn of the loop go together. */
    private void sendSoon() {
        if (!looking) {
            looking = true;
            context.runOnContext(ignored -> {
                looking = false;
                sendNext();
            });
        }
    }

    private void sendNext() {
        while (!waiting.isEmpty() && mayGo()) {
            List<Waiting<C, R>> batch = nextBatch();
            underWay.add(batch);
            send(batch);
        }
    }

    private boolean mayGo() {
        return underWay.isEmpty() || underWay.size() < MOST_STATEMENTS && waiting.size() >= mostRows;
    }

    /** The next one may go. */
    private void makeWay(List<Waiting<C, R>> batch) {
        if (underWay.remove(batch)) {
            sendNext();
        }
    }

    private List<Waiting<C, R>> nextBatch() {
        List<Waiting<C, R>> batch = new ArrayList<>();
        int size = 0;
        while (!waiting.isEmpty() && batch.size() < mostRows) {
            size += bytes.applyAsInt(waiting.peek().call());
            if (size > MOST_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(waiting.poll());
        }
        return batch;
    }

    private void send(List<Waiting<C, R>> batch) {
        long overdue = vertx.setTimer(OVERDUE_MILLIS, due -> context.runOnContext(ignored -> makeWay(batch)));
        List<C> calls = batch.stream().map(Waiting::call).toList();
        // Deferred, or one that cannot even be made would leave its calls without an answer.
        Uni.createFrom()
                .deferred(() -> statement.apply(calls))
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .emitOn(step -> context.runOnContext(ignored -> step.run()))
                .onTermination()
                .invoke(() -> over(batch, overdue))
                .subscribe()
                .with(
                        answers -> told(batch, answers),
                        failure ->
                                batch.forEach(one -> one.on(() -> one.emitter().fail(failure))));
    }

    private void over(List<Waiting<C, R>> batch, long overdue) {
        vertx.cancelTimer(overdue);
        makeWay(batch);
    }

    private void told(List<Waiting<C, R>> batch, List<R> answers) {
        for (int i = 0; i < batch.size(); i++) {
            Waiting<C, R> one = batch.get(i);
            R answer = answers.get(i);
            one.on(() -> one.emitter().complete(answer));
        }
    }
}
