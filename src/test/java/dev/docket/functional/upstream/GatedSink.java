package dev.docket.functional.upstream;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.AnswerSink;
import dev.docket.endpoint.HeldAnswer;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A sink that a test can hold up, as a store that has become slow does. */
final class GatedSink implements AnswerSink {
    private final HeldAnswer held = new HeldAnswer();
    private final CompletableFuture<Void> firstWrite = new CompletableFuture<>();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();

    /** Waits for the first piece of the answer. */
    void awaitFirstWrite() {
        firstWrite.orTimeout(20, TimeUnit.SECONDS).join();
    }

    void open() {
        gate.complete(null);
    }

    void breakDown() {
        gate.completeExceptionally(new IllegalStateException("the store refuses"));
    }

    @Override
    public Uni<Void> write(byte[] piece) {
        firstWrite.complete(null);
        return Uni.createFrom().completionStage(gate::copy).chain(() -> held.write(piece));
    }

    @Override
    public Uni<Answer> completed(int statusCode) {
        return held.completed(statusCode);
    }
}
