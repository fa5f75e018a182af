package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client complains of, and what not. */
class JobStoryTest {
    private final List<String> complaints = new ArrayList<>();
    private final JobStory job = new JobStory("job_1", complaints::add);
    private final Effects effects = new Effects();

    @Test
    void a_life_from_queue_to_completion_is_fine() {
        int effect = effects.happen("job_1-0");
        job.saw("queued");
        job.saw("in_progress");
        job.saw("queued");
        job.saw("completed");
        job.closes(shown("completed", effect), effects);

        assertThat(complaints).isEmpty();
    }

    @Test
    void a_job_that_was_cancelled_and_retried_may_complete() {
        job.cancelled(shown("cancelled", null));
        job.retried(shown("queued", null));
        int effect = effects.happen("job_1-1");
        job.closes(shown("completed", effect), effects);

        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "in_progress", "completed", "failed"})
    void a_cancelled_job_stays_cancelled(String later) {
        job.cancelled(shown("cancelled", null));
        job.saw(later);

        assertThat(complaints).hasSize(1);
    }

    @Test
    void a_cancel_that_leaves_the_job_alive_is_no_cancel() {
        job.cancelled(shown("in_progress", null));

        assertThat(complaints).hasSize(1);
    }

    @Test
    void a_cancelled_job_shows_no_response() {
        job.closes(shown("cancelled", 1), effects);

        assertThat(complaints).hasSize(1);
    }

    @Test
    void a_job_that_never_ends_is_lost() {
        job.closes(shown("in_progress", null), effects);

        assertThat(complaints).hasSize(1);
    }

    @Test
    void a_response_without_its_effect_is_made_up() {
        effects.happen("job_2-0");
        job.closes(shown("completed", 1), effects);

        assertThat(complaints).hasSize(1);
    }

    @Test
    void a_response_of_an_earlier_life_is_not_this_life_s() {
        int effect = effects.happen("job_1-0");
        job.cancelled(shown("cancelled", null));
        job.retried(shown("queued", null));
        job.closes(shown("completed", effect), effects);

        assertThat(complaints).hasSize(1);
    }

    private static JsonObject shown(String status, Integer effect) {
        JsonObject job = new JsonObject().put("status", status);
        return effect == null
                ? job
                : job.put("response", new JsonObject().put("body", new JsonObject().put("effect", effect)));
    }
}
