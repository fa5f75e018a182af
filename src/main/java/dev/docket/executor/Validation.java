package dev.docket.executor;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Work;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One resolving of a request: it waits for a place, reads the request, has it checked, and then what it leads to at
 * work. Lives on the executor's loop.
 */
final class Validation implements Work {
    private static final Logger LOG = Logger.getLogger(Validation.class);

    private final ExecutorLoop loop;
    private final ResolvingPlaces places;
    private final long bytes;
    private final Uni<Payload> request;
    private final Function<Payload, Uni<Next>> check;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private ResolvingPlaces.Place place;
    private Cancellable step = () -> {};
    private Work work;
    private boolean over;

    /**
     * @param bytes how large the request is
     * @param check what a request leads to: an end, or further work
     */
    Validation(
            ExecutorLoop loop,
            ResolvingPlaces places,
            long bytes,
            Uni<Payload> request,
            Function<Payload, Uni<Next>> check) {
        this.loop = loop;
        this.places = places;
        this.bytes = bytes;
        this.request = request;
        this.check = check;
    }

    /** What comes after the check. */
    sealed interface Next {
        record End(Answer answer) implements Next {}

        record Resolve(Work work) implements Next {}
    }

    void begin() {
        place = places.ask(bytes, this::entered);
        places.letIn();
    }

    @Override
    public Uni<Answer> answer() {
        return Uni.createFrom().completionStage(answer::copy);
    }

    @Override
    public Uni<Void> stopped() {
        return Uni.createFrom().completionStage(stopped::copy);
    }

    /** A check takes milliseconds and holds nothing, so an abort drops what it says and does not wait for it. */
    @Override
    public void abort() {
        loop.execute(() -> {
            if (over) {
                return;
            }
            over = true;
            step.cancel();
            if (work == null) {
                leave();
            } else {
                work.abort();
            }
        });
    }

    private void entered() {
        then(request, this::check, failure -> {
            LOG.warnf("A request could not be read: %s", failure.toString());
            end(new Answer.FailedForNow(
                    new JobError(ErrorCode.PROCESSOR_FAILED, "The request could not be read from the store."),
                    Duration.ZERO));
        });
    }

    private void check(Payload read) {
        then(check.apply(read), this::goOn, this::broken);
    }

    private void goOn(Next next) {
        if (next instanceof Next.Resolve resolve) {
            work = resolve.work();
            work.stopped().emitOn(loop).subscribe().with(nothing -> leave(), failure -> leave());
            then(work.answer(), this::end, this::broken);
        } else {
            end(((Next.End) next).answer());
        }
    }

    private <T> void then(Uni<T> uni, Consumer<T> next, Consumer<Throwable> failed) {
        step = uni.emitOn(loop)
                .subscribe()
                .with(
                        item -> {
                            if (!over) {
                                next.accept(item);
                            }
                        },
                        failure -> {
                            if (!over) {
                                failed.accept(failure);
                            }
                        });
    }

    private void broken(Throwable failure) {
        over = true;
        answer.completeExceptionally(failure);
        leaveUnlessAtWork();
    }

    private void end(Answer result) {
        over = true;
        answer.complete(result);
        leaveUnlessAtWork();
    }

    private void leaveUnlessAtWork() {
        if (work == null) {
            leave();
        }
    }

    private void leave() {
        place.leave();
        stopped.complete(null);
    }
}
