package dev.docket.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExtractInProjectWorkTest {
    private final Recorded extraction = new Recorded();
    private final CompletableFuture<Optional<ProjectTerms>> found = new CompletableFuture<>();
    private final CompletableFuture<String> asked = new CompletableFuture<>();

    private final Processor processor = new ExtractInProject(this::find, extraction);

    @Test
    void a_run_that_is_aborted_while_its_project_is_looked_up_stops_and_never_begins() {
        Work work = start();
        await(asked);

        work.abort();

        await(work.stopped().subscribeAsCompletionStage());
        found.complete(Optional.of(new ProjectTerms(Map.of())));
        assertThat(extraction.begun).isNotDone();
        assertThat(work.answer().subscribeAsCompletionStage()).isNotDone();
    }

    @Test
    void an_abort_stops_the_extraction_and_a_cancel_reaches_it() {
        Work work = start();
        found.complete(Optional.of(new ProjectTerms(Map.of("model", "\"m\""))));
        Assignment begun = await(extraction.begun);

        work.abort();
        work.cancelled();

        assertThat(begun.endpoint()).isEqualTo(Endpoint.DOCUMENTS_EXTRACT);
        assertThat(new String(begun.request().toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"model\":\"m\"}");
        assertThat(extraction.told).isEqualTo("abort cancelled ");
        assertThat(work.stopped().subscribeAsCompletionStage()).isNotDone();
        extraction.stopped.complete(null);
        await(work.stopped().subscribeAsCompletionStage());
    }

    @Test
    void a_look_up_that_fails_may_succeed_at_another_attempt() {
        Work work = start();
        found.completeExceptionally(new IllegalStateException("away"));

        Answer answer = await(work.answer().subscribeAsCompletionStage());

        assertThat(answer).isInstanceOf(Answer.FailedForNow.class);
        await(work.stopped().subscribeAsCompletionStage());
    }

    @Test
    void a_project_that_is_gone_fails_the_job_for_good() {
        Work work = start();
        found.complete(Optional.empty());

        Answer answer = await(work.answer().subscribeAsCompletionStage());

        assertThat(((Answer.Failed) answer).error().code()).isEqualTo(ErrorCode.PROJECT_NOT_FOUND.wire());
        await(work.stopped().subscribeAsCompletionStage());
    }

    @Test
    void it_takes_the_places_of_whoever_extracts() {
        assertThat(processor.place()).isSameAs(extraction);
        assertThat(processor.concurrency()).isEqualTo(3);
    }

    private Uni<Optional<ProjectTerms>> find(String organization, String project) {
        asked.complete(organization + " " + project);
        return Uni.createFrom().completionStage(found);
    }

    private Work start() {
        Payload request = Payload.of("{\"project_id\":\"p\"}".getBytes(StandardCharsets.UTF_8));
        return processor.start(
                new Assignment("org", JobId.fresh(), Endpoint.PROJECTS_EXTRACT, 0, 1, request, new HeldAnswer()));
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** An extraction that says what it was told. */
    private static final class Recorded implements Processor, Work {
        private final CompletableFuture<Assignment> begun = new CompletableFuture<>();
        private final CompletableFuture<Void> stopped = new CompletableFuture<>();
        private String told = "";

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public boolean serves(Endpoint endpoint) {
            return endpoint == Endpoint.DOCUMENTS_EXTRACT;
        }

        @Override
        public int concurrency() {
            return 3;
        }

        @Override
        public Work start(Assignment assignment) {
            begun.complete(assignment);
            return this;
        }

        @Override
        public Uni<Answer> answer() {
            return Uni.createFrom().nothing();
        }

        @Override
        public void abort() {
            told += "abort ";
        }

        @Override
        public Uni<Void> stopped() {
            return Uni.createFrom().completionStage(stopped);
        }

        @Override
        public void cancelled() {
            told += "cancelled ";
        }
    }
}
