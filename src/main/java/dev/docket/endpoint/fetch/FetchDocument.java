package dev.docket.endpoint.fetch;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.AnswerSink;
import dev.docket.endpoint.DocumentUrl;
import dev.docket.endpoint.FetchRules;
import dev.docket.endpoint.RemoteDocument;
import dev.docket.endpoint.UrlReading;
import dev.docket.endpoint.exchange.RetryAfter;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One document on its way here: its host looked up and judged, connected to, and the same again at each redirect, until
 * an answer has it. Lives on the client's loop.
 */
final class FetchDocument implements TakeDocument.Outcome {
    private static final int OK = 200;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final FetchClient client;
    private final ResolveHost hosts;
    private final FetchRules rules;
    private final RemoteDocument document;
    private final AnswerSink sink;
    private final Room room;
    private final TakeDocument.Outcome outcome;
    private final FetchFailures failures;
    private int redirectsLeft;
    private CompletionStage<?> lookUp = CompletableFuture.completedStage(null);
    private HttpConnection connection;
    private TakeDocument taking;
    private boolean over;

    FetchDocument(
            FetchClient client,
            ResolveHost hosts,
            FetchRules rules,
            int redirects,
            RemoteDocument document,
            AnswerSink sink,
            Room room,
            TakeDocument.Outcome outcome) {
        this.client = client;
        this.hosts = hosts;
        this.rules = rules;
        this.redirectsLeft = redirects;
        this.document = document;
        this.sink = sink;
        this.room = room;
        this.outcome = outcome;
        this.failures = new FetchFailures(document);
    }

    FetchFailures failures() {
        return failures;
    }

    void begin() {
        lookUp(document.url());
    }

    /** Drops the exchange and runs the step once nothing is at work for it any more. */
    void stop(Runnable gone) {
        over = true;
        if (taking != null) {
            taking.stop();
        }
        CompletableFuture<Void> closed = new CompletableFuture<>();
        hangUp(() -> closed.complete(null));
        // The system cannot be told to leave a name alone, so its thread is waited for.
        CompletableFuture.allOf(closed, lookUp.toCompletableFuture())
                .whenComplete((nothing, failed) -> client.execute(gone));
    }

    private void lookUp(DocumentUrl url) {
        CompletionStage<List<InetAddress>> found = FetchRules.literal(url.host())
                .<CompletionStage<List<InetAddress>>>map(address -> CompletableFuture.completedStage(List.of(address)))
                .orElseGet(() -> hosts.addresses(url.host()));
        lookUp = found;
        found.whenComplete((addresses, failure) -> client.execute(() -> lookedUp(url, addresses, failure)));
    }

    private void lookedUp(DocumentUrl url, List<InetAddress> addresses, Throwable failure) {
        if (over) {
            return;
        }
        if (failure != null) {
            failed(failures.of(failure));
        } else if (rules.judged(url, addresses) instanceof UrlReading.Refused refused) {
            failed(failures.refused(refused.what()));
        } else {
            connect(url, addresses);
        }
    }

    /** To the first of the addresses; to the others only if there is no connection to be had. */
    private void connect(DocumentUrl url, List<InetAddress> addresses) {
        List<InetAddress> others = addresses.subList(1, addresses.size());
        client.connect(url, addresses.get(0))
                .onSuccess(request -> connected(url, request))
                .onFailure(failure -> {
                    if (over) {
                        return;
                    }
                    if (others.isEmpty()) {
                        failed(failures.of(failure));
                    } else {
                        connect(url, others);
                    }
                });
    }

    private void connected(DocumentUrl url, HttpClientRequest request) {
        request.exceptionHandler(failure -> failed(failures.of(failure)));
        // Without a handler of its own a connection logs each failure as an error.
        request.connection().exceptionHandler(heardByTheExchange -> {});
        if (over) {
            request.connection().close();
            return;
        }
        connection = request.connection();
        request.send()
                .onSuccess(response -> answered(url, response))
                .onFailure(failure -> failed(failures.of(failure)));
    }

    private void answered(DocumentUrl url, HttpClientResponse response) {
        if (over) {
            return;
        }
        response.exceptionHandler(failure -> failed(failures.of(failure)));
        String location = response.getHeader(HttpHeaders.LOCATION);
        if (response.statusCode() == OK) {
            taking = new TakeDocument(client, response, sink, room, failures, this);
            taking.begin();
        } else if (REDIRECTS.contains(response.statusCode()) && location != null) {
            redirected(rules.redirected(url, location));
        } else {
            failed(failures.of(response, RetryAfter.of(response)));
        }
    }

    private void redirected(UrlReading to) {
        if (redirectsLeft == 0) {
            failed(failures.failed("The document is redirected too often"));
        } else if (to instanceof UrlReading.Refused refused) {
            failed(failures.refused(refused.what()));
        } else {
            redirectsLeft--;
            follow(((UrlReading.Fetchable) to).url());
        }
    }

    /** What comes on the old connection is of no interest any more, nor is its end. */
    private void follow(DocumentUrl url) {
        failures.nowAt(url);
        HttpConnection left = connection;
        connection = null;
        left.close();
        lookUp(url);
    }

    @Override
    public void taken(String type) {
        if (!over) {
            outcome.taken(type);
        }
    }

    @Override
    public void failed(Answer failure) {
        if (!over) {
            outcome.failed(failure);
        }
    }

    private void hangUp(Runnable gone) {
        if (connection == null) {
            gone.run();
        } else {
            connection.close().onComplete(closed -> gone.run());
        }
    }
}
