package dev.docket.history;

import dev.docket.history.HttpCalls.NoAnswer;
import dev.docket.history.HttpCalls.NotSent;
import dev.docket.history.HttpCalls.Reply;
import dev.docket.history.HttpCalls.Request;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes calls, each to any of the services, and writes down what came of them and when. */
final class Clients {
    private static final int NEWEST = 10;

    private final HttpCalls http;
    private final Services services;
    private final OpenRecords open;
    private final Tally tally;
    private final AtomicLong numbers = new AtomicLong();

    Clients(HttpCalls http, Services services, OpenRecords open, Tally tally) {
        this.http = http;
        this.services = services;
        this.open = open;
        this.tally = tally;
    }

    /** An operation and the whole answer, null when there was none. */
    record Told(Operation operation, JsonObject body) {}

    /** Creates a job; empty when the call did not leave or was refused. */
    Optional<Told> create(int client, Paper paper, String key) {
        return tell(client, new Call.Create(key), Requests.create(paper, key));
    }

    void call(int client, JobRecord job, Call call) {
        tell(client, call, Requests.of(job.job(), call)).ifPresent(told -> job.add(asSeenFrom(job, told)));
    }

    /** Looks at the newest jobs, whosever they are. */
    void page(int client) {
        tell(client, new Call.Listing(null), Requests.newest(NEWEST))
                .filter(told -> told.operation().answer() instanceof Answer.Absent)
                .ifPresent(told -> open.add(told.operation(), told.body().getJsonArray("data")));
    }

    long calls() {
        return numbers.get();
    }

    private Operation asSeenFrom(JobRecord job, Told told) {
        Operation operation = told.operation();
        return operation.answer() instanceof Answer.Absent
                ? operation.answered(ReadAnswer.inList(job.job(), told.body().getJsonArray("data")))
                : operation;
    }

    private Optional<Told> tell(int client, Call call, Request request) {
        long number = numbers.incrementAndGet();
        int port = services.any();
        long called = System.nanoTime();
        Optional<Told> told;
        try {
            Reply reply = http.send(port, request);
            told = told(new Operation(number, client, call, null, called, System.nanoTime()), reply);
        } catch (NotSent refused) {
            told = Optional.empty();
        } catch (NoAnswer lost) {
            told = unknown(new Operation(number, client, call, null, called, Operation.NEVER));
        }
        tally.count(call, told.map(Told::operation));
        return told;
    }

    private static Optional<Told> told(Operation call, Reply reply) {
        if (reply.status() == 503) {
            return unknown(call);
        }
        if (reply.status() == 429) {
            return Optional.empty();
        }
        JsonObject body = json(call, reply);
        boolean isList = call.call() instanceof Call.Listing && reply.status() == 200;
        Answer answer = isList ? new Answer.Absent() : ReadAnswer.of(reply.status(), body);
        return Optional.of(new Told(call.answered(answer), body));
    }

    private static JsonObject json(Operation call, Reply reply) {
        try {
            return reply.body().toJsonObject();
        } catch (DecodeException broken) {
            throw new IllegalStateException(
                    call.call() + " was answered " + reply.status() + " with no JSON: " + reply.body(), broken);
        }
    }

    /** A look without an answer says nothing. */
    private static Optional<Told> unknown(Operation call) {
        return call.call().isChange() ? Optional.of(new Told(call.forgotten(), null)) : Optional.empty();
    }
}
