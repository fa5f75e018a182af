package dev.docket.endpoint.upstream;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.exchange.Failures;
import dev.docket.endpoint.exchange.Wire;
import dev.docket.trace.Trace;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.CompletableFuture;

/**
 * One request on its way to a service and back. Everything but the three calls from outside happens on the client's
 * loop; there the first of answer, failure and abort ends it, and what comes after that finds it over.
 */
final class UpstreamWork implements Work {
    private final UpstreamClient client;
    private final Assignment assignment;
    private final UpstreamMeters.Timing timing;
    private final Limits limits;
    private final Trace trace;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private Wire wire;
    private SendRequest sending;
    private Reading reading;
    private boolean over;
    private boolean aborted;

    UpstreamWork(UpstreamClient client, Assignment assignment, UpstreamMeters.Timing timing) {
        this.client = client;
        this.assignment = assignment;
        this.timing = timing;
        this.limits = new Limits(client, this::fail);
        this.trace = assignment
                .trace()
                .call("POST " + assignment.endpoint().path())
                .with("server.address", client.service().host())
                .with("docket.service", client.service().name());
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
                aborted = true;
                end("aborted");
                leave();
            }
        });
    }

    /** Only a service that may have begun with the job is told. */
    @Override
    public void cancelled() {
        client.execute(() -> {
            if (aborted && sending != null) {
                CancelCall.make(client, assignment, timing);
            }
        });
    }

    void begin() {
        if (over) {
            return;
        }
        limits.begin();
        client.call(assignment.endpoint().path())
                .onSuccess(this::connected)
                .onFailure(failure -> fail(Failures.of(failure)));
    }

    private void connected(HttpClientRequest request) {
        if (over) {
            // Nothing was sent on it: the pool has its connection back.
            request.exceptionHandler(expected -> {}).reset();
            return;
        }
        wire = Wire.heldBy(this, request.connection());
        request.exceptionHandler(failure -> fail(Failures.of(failure)));
        request.response().onSuccess(this::answered).onFailure(failure -> fail(Failures.of(failure)));
        trace.tell(request::putHeader);
        sending = new SendRequest(request, assignment, limits);
        sending.begin();
    }

    private void answered(HttpClientResponse response) {
        if (over) {
            return;
        }
        sending.isAnswered();
        trace.with("http.response.status_code", response.statusCode());
        response.exceptionHandler(failure -> fail(Failures.of(failure)));
        if (response.statusCode() / 100 == 2) {
            reading = new ReadAnswer(client, response, assignment.sink(), limits, this::settle);
        } else {
            sending.stop();
            reading = new ReadRefusal(client.service(), response, limits, this::settle);
        }
        reading.begin();
    }

    /** A refusal whose text does not come to its end is one all the same. */
    private void fail(Answer failure) {
        settle(reading instanceof ReadRefusal refusal ? refusal.verdict() : failure);
    }

    private void settle(Answer result) {
        if (over) {
            return;
        }
        end(Failures.outcome(result));
        leave();
        answer.complete(result);
    }

    private void end(String outcome) {
        over = true;
        limits.end();
        trace.within(() -> timing.ended(outcome));
        if (outcome.equals("completed")) {
            trace.end();
        } else {
            trace.failed(outcome);
        }
        if (sending != null) {
            sending.stop();
        }
        if (reading != null) {
            reading.stop();
        }
    }

    /** A connection on which something is still on its way, in either direction, is of no use to anybody else. */
    private void leave() {
        boolean complete = reading != null && reading.isWhole() && sending.isDone();
        if (wire == null || complete) {
            gone();
        } else {
            wire.cut(this, this::gone);
        }
    }

    private void gone() {
        timing.gone();
        stopped.complete(null);
    }
}
