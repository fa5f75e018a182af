package dev.docket.functional.fetch;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.AnswerSink;
import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.FetchConfig;
import dev.docket.endpoint.FetchRules;
import dev.docket.endpoint.HeldAnswer;
import dev.docket.endpoint.RequestCheck;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.fetch.FetchDocuments;
import dev.docket.endpoint.fetch.ResolveHost;
import dev.docket.functional.upstream.Certificate;
import dev.docket.functional.upstream.RecordingUpstream;
import dev.docket.job.JobError;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** The fetching of documents from a server of the test's own, under a name that only the test knows. */
final class Fetching implements AutoCloseable {
    static {
        // The first use anywhere sets the library up, which two threads must not do at once.
        Uni.createFrom()
                .completionStage(() -> CompletableFuture.completedStage(""))
                .await()
                .indefinitely();
    }

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The last name that leads nowhere in the world. */
    static final String HOST = "files.example";

    private final Vertx vertx = Vertx.vertx();
    private final RecordingUpstream server;
    private final List<String> lookedUp = new CopyOnWriteArrayList<>();
    private final FetchDocuments documents;
    private final RequestCheck check;
    private volatile ResolveHost names;

    private Fetching(RecordingUpstream server, Path trusted, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "allowed",
                "true",
                "private-ranges",
                "127.0.0.1/32",
                "ports",
                server.port() + ",9",
                "trust-certificates",
                trusted.toString()));
        all.addAll(List.of(settings));
        FetchConfig config = FetchSettings.config(all.toArray(String[]::new));
        FetchRules rules = new FetchRules(config);
        this.server = server;
        this.check = new RequestCheck(rules);
        this.names = host -> found("127.0.0.1");
        this.documents = new FetchDocuments(rules, config, check, this::lookUp, vertx);
    }

    /** From a server that shows the certificate, which is trusted. */
    static Fetching from(Certificate certificate, String... settings) {
        return new Fetching(RecordingUpstream.start(certificate.sockets(), "https"), certificate.pem(), settings);
    }

    /** From a server that shows one certificate, while another is trusted. */
    static Fetching from(Certificate shown, Certificate trusted, String... settings) {
        return new Fetching(RecordingUpstream.start(shown.sockets(), "https"), trusted.pem(), settings);
    }

    RecordingUpstream server() {
        return server;
    }

    /** From now on names are looked up so. */
    Fetching names(ResolveHost names) {
        this.names = names;
        return this;
    }

    /** The hosts that were looked up, in order. */
    List<String> lookedUp() {
        return lookedUp;
    }

    static CompletionStage<List<InetAddress>> found(String... addresses) {
        try {
            List<InetAddress> all = new ArrayList<>();
            for (String address : addresses) {
                all.add(InetAddress.getByName(address));
            }
            return CompletableFuture.completedStage(all);
        } catch (UnknownHostException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** A URL of the server under the host's name. */
    String url(String target) {
        return url(HOST, target);
    }

    String url(String host, String target) {
        return "https://" + host + ":" + server.port() + target;
    }

    static String request(String url) {
        return "{ \"document\":{\"filename\":\"a.pdf\" , \"url\": \"" + url + "\"}, \"model\":\"x\" }";
    }

    Work start(String request) {
        return start(request, new HeldAnswer());
    }

    Work start(String request, AnswerSink sink) {
        return start(Endpoint.DOCUMENTS_PARSE, request, sink);
    }

    Work start(Endpoint endpoint, String request, AnswerSink sink) {
        Payload payload = Payload.of(request.getBytes(StandardCharsets.UTF_8));
        CheckedRequest checked = check.check(endpoint, payload);
        if (!checked.faults().isEmpty()) {
            throw new AssertionError(checked.faults());
        }
        return documents.start(endpoint, payload, checked.remote(), sink);
    }

    /** What came of the fetching of the server's document. */
    Answer answer() {
        return answer(start(request(url("/a.pdf?signature=secret"))));
    }

    static Answer answer(Work work) {
        Answer answer = work.answer().await().atMost(PATIENCE);
        awaitStopped(work);
        return answer;
    }

    static void awaitStopped(Work work) {
        work.stopped().await().atMost(PATIENCE);
    }

    /** The request that a fetching has made. */
    static String resolved(Answer answer) {
        return new String(((Answer.Completed) answer).body().toBytes(), StandardCharsets.UTF_8);
    }

    static JobError last(Answer answer) {
        return ((Answer.Failed) answer).error();
    }

    static JobError passing(Answer answer) {
        return ((Answer.FailedForNow) answer).error();
    }

    @Override
    public void close() {
        server.close();
        documents.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private CompletionStage<List<InetAddress>> lookUp(String host) {
        lookedUp.add(host);
        return names.addresses(host);
    }
}
