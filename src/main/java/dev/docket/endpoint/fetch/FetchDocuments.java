package dev.docket.endpoint.fetch;

import dev.docket.endpoint.AnswerSink;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.FetchConfig;
import dev.docket.endpoint.FetchRules;
import dev.docket.endpoint.RemoteDocument;
import dev.docket.endpoint.RequestCheck;
import dev.docket.endpoint.ResolveDocuments;
import dev.docket.endpoint.Work;
import dev.docket.job.Payload;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** Fetches documents over https. */
@Singleton
public class FetchDocuments implements ResolveDocuments {
    private final FetchRules rules;
    private final RequestCheck check;
    private final FetchConfig config;
    private final ResolveHost hosts;
    private final FetchClient client;

    public FetchDocuments(FetchRules rules, FetchConfig config, RequestCheck check, ResolveHost hosts, Vertx vertx) {
        this.check = check;
        this.rules = rules;
        this.config = config;
        this.hosts = hosts;
        this.client = new FetchClient(vertx, config);
    }

    @Override
    public Work start(Endpoint endpoint, Payload request, List<RemoteDocument> documents, AnswerSink sink) {
        long urls = documents.stream()
                .mapToLong(document -> document.to() - document.from())
                .sum();
        Room room = new Room(rules.maxBytes(), request.length() - urls);
        FetchWork work = new FetchWork(
                client,
                config.timeout(),
                request,
                documents,
                sink,
                new CheckResolved(check, endpoint, request, documents),
                (document, outcome) ->
                        new FetchDocument(client, hosts, rules, config.maxRedirects(), document, sink, room, outcome));
        client.execute(work::begin);
        return work;
    }

    @PreDestroy
    public void close() {
        client.close();
    }
}
