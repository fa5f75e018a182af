package dev.docket.functional.executor;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.Work;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A processor whose work goes on until the test ends it: what the executor does around it can be seen exactly. */
@ApplicationScoped
public class GateProcessor implements Processor {
    static final int PLACES = 4;

    private static final Set<Endpoint> ENDPOINTS = Set.of(Endpoint.EDIT_TEMPLATES_GENERATE, Endpoint.PROJECTS_EXTRACT);

    private final Map<JobId, Held> held = new ConcurrentHashMap<>();
    private final List<Assignment> begun = new CopyOnWriteArrayList<>();
    private volatile boolean open;
    private volatile boolean stubborn;

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public boolean serves(Endpoint endpoint) {
        return ENDPOINTS.contains(endpoint);
    }

    @Override
    public int concurrency() {
        return PLACES;
    }

    @Override
    public Work start(Assignment assignment) {
        Held work = new Held(stubborn);
        held.put(assignment.job(), work);
        begun.add(assignment);
        if (open) {
            work.finish(completed());
        }
        return work;
    }

    static Answer completed() {
        return new Answer.Completed(200, Payload.of("{}".getBytes(StandardCharsets.UTF_8)));
    }

    /** From now on work is answered as soon as it begins, and so is what was begun. */
    void open() {
        open = true;
        held.values().forEach(work -> work.finish(completed()));
    }

    /** From now on aborted work goes on until {@link Held#stop} is called. */
    void makeStubborn() {
        stubborn = true;
    }

    void reset() {
        open = false;
        stubborn = false;
        held.values().forEach(Held::stop);
        held.clear();
        begun.clear();
    }

    /** The work of a job, once it has begun. */
    Held awaitWork(String job) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(() -> held.get(new JobId(job)), work -> work != null);
    }

    List<Assignment> begun() {
        return begun;
    }

    /** How many works are neither answered nor aborted. */
    long running() {
        return held.values().stream().filter(work -> !work.stopped.isDone()).count();
    }

    static final class Held implements Work {
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private final CompletableFuture<Void> stopped = new CompletableFuture<>();
        private final CompletableFuture<Void> aborted = new CompletableFuture<>();
        private final boolean stubborn;

        private Held(boolean stubborn) {
            this.stubborn = stubborn;
        }

        void finish(Answer end) {
            stopped.complete(null);
            answer.complete(end);
        }

        void awaitAbort() {
            aborted.orTimeout(10, TimeUnit.SECONDS).join();
        }

        @Override
        public Uni<Answer> answer() {
            return Uni.createFrom().completionStage(answer);
        }

        @Override
        public void abort() {
            aborted.complete(null);
            if (!stubborn) {
                stop();
            }
        }

        /** Nothing works any more. */
        void stop() {
            stopped.complete(null);
        }

        @Override
        public Uni<Void> stopped() {
            return Uni.createFrom().completionStage(stopped);
        }
    }
}
