package dev.docket.endpoint.fetch;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.AnswerSink;
import dev.docket.endpoint.RemoteDocument;
import dev.docket.endpoint.Work;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The documents of one request on their way here, one after the other; what stands between them is written as it was
 * sent. Everything but the calls from outside happens on the client's loop; the first of answer, failure and abort ends
 * it.
 */
final class FetchWork implements Work, TakeDocument.Outcome {
    private static final int PIECE = 256 * 1024;
    private static final int OK = 200;

    private final FetchClient client;
    private final Duration limit;
    private final Payload request;
    private final List<RemoteDocument> documents;
    private final AnswerSink sink;
    private final CheckResolved check;
    private final Opening opening;
    private final List<String> types = new ArrayList<>();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private FetchDocument current;
    private Cancellable writing = () -> {};
    private long timer;
    private int next;
    private int at;
    private boolean over;

    FetchWork(
            FetchClient client,
            Duration limit,
            Payload request,
            List<RemoteDocument> documents,
            AnswerSink sink,
            CheckResolved check,
            Opening opening) {
        this.client = client;
        this.limit = limit;
        this.request = request;
        this.documents = documents;
        this.sink = sink;
        this.check = check;
        this.opening = opening;
    }

    /** How the fetching of one document of this request begins. */
    interface Opening {
        FetchDocument open(RemoteDocument document, TakeDocument.Outcome outcome);
    }

    @Override
    public Uni<Answer> answer() {
        return Uni.createFrom().completionStage(answer::copy);
    }

    @Override
    public Uni<Void> stopped() {
        return Uni.createFrom().completionStage(stopped::copy);
    }

    @Override
    public void abort() {
        client.execute(() -> {
            if (!over) {
                end();
            }
        });
    }

    void begin() {
        if (over) {
            return;
        }
        timer = client.after(limit, this::overrun);
        nextDocument();
    }

    private void nextDocument() {
        if (next < documents.size()) {
            copy(documents.get(next).from(), this::fetch);
        } else {
            copy(request.length(), () -> then(check.fault(types), this::checked));
        }
    }

    private void checked(Optional<Answer> fault) {
        fault.ifPresentOrElse(this::settle, () -> then(sink.completed(OK), this::settle));
    }

    private void fetch() {
        current = opening.open(documents.get(next), this);
        current.begin();
    }

    @Override
    public void taken(String type) {
        types.add(type);
        current.stop(() -> {});
        at = documents.get(next).to();
        next++;
        nextDocument();
    }

    @Override
    public void failed(Answer failure) {
        settle(failure);
    }

    /** Writes what stands in the request up to there, piece by piece. */
    private void copy(int to, Runnable copied) {
        if (at == to) {
            copied.run();
            return;
        }
        int end = Math.min(to, at + PIECE);
        byte[] piece = request.slice(at, end).toBytes();
        at = end;
        then(sink.write(piece), written -> copy(to, copied));
    }

    private <T> void then(Uni<T> write, Consumer<T> step) {
        writing = write.emitOn(client)
                .subscribe()
                .with(
                        written -> {
                            if (!over) {
                                step.accept(written);
                            }
                        },
                        failure -> settle(FetchFailures.notStored()));
    }

    private void overrun() {
        String seconds =
                BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
        RemoteDocument document = documents.get(Math.min(next, documents.size() - 1));
        FetchFailures failures = current == null ? new FetchFailures(document) : current.failures();
        settle(failures.passing("The documents of the request could not be fetched within " + seconds + " s"));
    }

    private void settle(Answer result) {
        if (!over) {
            answer.complete(result);
            end();
        }
    }

    private void end() {
        over = true;
        client.cancelTimer(timer);
        writing.cancel();
        if (current == null) {
            stopped.complete(null);
        } else {
            current.stop(() -> stopped.complete(null));
        }
    }
}
