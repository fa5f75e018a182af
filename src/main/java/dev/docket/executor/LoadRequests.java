package dev.docket.executor;

import dev.docket.job.BodyRef;
import dev.docket.job.Payload;
import dev.docket.store.Bodies;
import dev.docket.store.BodyGoneException;
import dev.docket.store.ClaimedJob;
import dev.docket.store.ReadRequests;
import dev.docket.store.Reserved;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads the requests of runs that did not come with their claims: those of one claim in one statement, large ones by
 * themselves. Lives on the executor's loop.
 */
@Singleton
class LoadRequests {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final ExecutorLoop loop;
    private final ReadRequests readRequests;
    private final Bodies bodies;
    private final RequestMemory memory;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    LoadRequests(ExecutorLoop loop, RequestMemory memory, ReadRequests readRequests, @Reserved Bodies bodies) {
        this.loop = loop;
        this.memory = memory;
        this.readRequests = readRequests;
        this.bodies = bodies;
    }

    private record Waiting(BodyRef ref, UniEmitter<? super Payload> emitter) {}

    /**
     * The request of a run, once there is memory for it. Comes on the loop; a body that is not there any more is a failure of type
     * {@link BodyGoneException}.
     */
    Uni<Payload> load(Run run) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> memory.whenThereIsRoom(run, () -> emitter.complete(null)))
                .chain(() -> read(run.job()));
    }

    private Uni<Payload> read(ClaimedJob job) {
        return job.body() == null ? read(job.request()) : Uni.createFrom().item(job.body());
    }

    private Uni<Payload> read(BodyRef ref) {
        return ReadRequests.isOneChunk(ref)
                ? Uni.createFrom().emitter(emitter -> add(new Waiting(ref, emitter)))
                : bodies.whole(ref).emitOn(loop);
    }

    /** What is added in the same turn of the loop is read together. */
    private void add(Waiting one) {
        waiting.add(one);
        if (waiting.size() == 1) {
            loop.soon(this::readAll);
        }
    }

    private void readAll() {
        while (!waiting.isEmpty()) {
            read(nextBatch());
        }
    }

    private List<Waiting> nextBatch() {
        List<Waiting> batch = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty()
                && (batch.isEmpty() || bytes + waiting.peek().ref().length() <= MOST_BYTES)) {
            bytes += waiting.peek().ref().length();
            batch.add(waiting.poll());
        }
        return batch;
    }

    private void read(List<Waiting> batch) {
        readRequests
                .together(batch.stream().map(Waiting::ref).toList())
                .emitOn(loop)
                .subscribe()
                .with(
                        found -> tell(batch, found),
                        failure -> batch.forEach(one -> one.emitter().fail(failure)));
    }

    private static void tell(List<Waiting> batch, List<Optional<Payload>> found) {
        for (int i = 0; i < batch.size(); i++) {
            Waiting one = batch.get(i);
            found.get(i)
                    .ifPresentOrElse(
                            one.emitter()::complete, () -> one.emitter().fail(new BodyGoneException(one.ref())));
        }
    }
}
