package dev.docket.history;

import static dev.docket.history.Paper.DAMAGED;
import static dev.docket.history.Paper.SHORT;
import static dev.docket.history.Views.cancelled;
import static dev.docket.history.Views.completed;
import static dev.docket.history.Views.failed;
import static dev.docket.history.Views.queued;
import static dev.docket.history.Views.running;
import static dev.docket.history.Views.stopped;
import static dev.docket.job.JobStatus.COMPLETED;
import static dev.docket.job.JobStatus.FAILED;
import static dev.docket.job.JobStatus.IN_PROGRESS;
import static dev.docket.job.JobStatus.QUEUED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.ErrorCode;
import org.junit.jupiter.api.Test;

/** Histories with one planted fault each: the order of the calls alone must give it away, without the plain rules. */
class BadHistoriesTest {
    @Test
    void a_job_that_completes_after_it_was_answered_cancelled_is_refused() {
        refused(Story.created(SHORT)
                .sees(20, 30, running(0, 1))
                .cancels("a", 40, 50, stopped(0, 1, "a", null))
                .sees(60, 70, completed(0, 1)));
    }

    @Test
    void two_cancels_that_both_claim_to_have_won_are_refused() {
        refused(Story.created(SHORT)
                .cancels("a", 20, 60, cancelled(0, 0, "a"))
                .cancels("b", 30, 70, cancelled(0, 0, "b")));
    }

    @Test
    void a_cancel_that_shows_anothers_though_that_one_was_over_before_is_refused() {
        refused(Story.created(SHORT)
                .cancels("a", 20, 30, cancelled(0, 0, "a"))
                .cancels("b", 40, 50, cancelled(0, 0, "a")));
    }

    @Test
    void a_cancel_nobody_made_is_refused() {
        refused(Story.created(SHORT).sees(20, 30, cancelled(0, 0, "z")));
    }

    @Test
    void a_create_that_was_answered_and_is_not_there_is_refused() {
        refused(Story.created(SHORT).finds(404, "job_not_found", 20, 30));
        refused(Story.created(SHORT).lists(null, 20, 30, new Answer.Absent()));
    }

    @Test
    void a_job_that_goes_back_from_its_end_without_a_retry_is_refused() {
        refused(Story.created(SHORT).sees(20, 30, completed(0, 1)).sees(40, 50, running(0, 1)));
        refused(Story.created(DAMAGED).sees(20, 30, failed(0, 1)).polls(40, 50, queued(0, 1)));
    }

    @Test
    void a_refusal_as_finished_while_a_later_look_shows_the_job_alive_is_refused() {
        refused(Story.created(SHORT)
                .cancels("a", 20, 30, new Answer.Refused(400, "job_not_cancellable", COMPLETED))
                .sees(40, 50, running(0, 1)));
    }

    @Test
    void a_stale_look_is_refused() {
        refused(Story.created(SHORT).sees(20, 30, running(0, 1)).sees(40, 50, queued(0, 0)));
        refused(Story.created(DAMAGED)
                .sees(20, 30, failed(0, 1))
                .retries(40, 50, queued(1, 1))
                .sees(60, 70, failed(0, 1)));
    }

    @Test
    void a_cancel_that_shows_a_job_which_was_finished_before_the_call_is_refused() {
        refused(Story.created(SHORT).sees(20, 30, completed(0, 1)).cancels("a", 40, 50, completed(0, 1)));
        refused(Story.created(DAMAGED).polls(20, 30, failed(0, 1)).cancels("a", 40, 50, failed(0, 1)));
    }

    @Test
    void a_result_of_a_generation_that_is_over_is_refused() {
        refused(Story.created(SHORT)
                .sees(20, 30, running(0, 1))
                .cancels("a", 40, 50, stopped(0, 1, "a", null))
                .retries(60, 70, queued(1, 1))
                // No run of the second generation is counted.
                .sees(80, 90, completed(1, 1)));
    }

    @Test
    void a_retry_that_was_answered_and_had_no_effect_is_refused() {
        refused(Story.created(DAMAGED)
                .sees(20, 30, failed(0, 1))
                .retries(40, 50, queued(1, 1))
                .cancels("a", 60, 70, new Answer.Refused(400, "job_not_cancellable", FAILED))
                .sees(80, 90, failed(0, 1)));
    }

    @Test
    void a_retry_of_a_completed_job_is_refused() {
        refused(Story.created(SHORT).sees(20, 30, completed(0, 1)).retries(40, 50, queued(1, 1)));
    }

    @Test
    void a_refused_retry_of_a_job_that_could_be_retried_is_refused() {
        refused(Story.created(DAMAGED)
                .sees(20, 30, failed(0, 1))
                .retries(null, 40, 50, new Answer.Refused(400, "job_not_retryable", FAILED)));
    }

    @Test
    void two_retries_with_one_key_that_make_two_generations_are_refused() {
        refused(Story.created(DAMAGED)
                .sees(20, 30, failed(0, 1))
                .retries("r", 40, 50, new Answer.Shown(queued(1, 1)))
                .sees(60, 70, failed(1, 2))
                .retries("r", 80, 90, new Answer.Shown(queued(2, 2))));
    }

    @Test
    void a_repeated_cancel_that_cancels_the_retried_job_is_refused() {
        refused(Story.created(SHORT)
                .cancelsWithKey("a", "c", 20, 30, new Answer.Shown(cancelled(0, 0, "a")))
                .retries(40, 50, queued(1, 0))
                .cancelsWithKey("a", "c", 60, 70, new Answer.Shown(cancelled(1, 0, "a"))));
    }

    @Test
    void two_creates_with_different_keys_that_make_one_job_are_refused() {
        refused(Story.of(SHORT).create("k", 0, 10, queued(0, 0)).create("l", 5, 15, queued(0, 0)));
    }

    @Test
    void a_cancel_for_queued_jobs_only_that_stops_a_running_one_is_refused() {
        refused(Story.created(SHORT)
                .sees(20, 30, running(0, 1))
                .cancelsIfQueued("a", 40, 50, new Answer.Shown(stopped(0, 1, "a", null))));
    }

    @Test
    void a_cancel_for_queued_jobs_only_that_is_refused_by_a_job_no_run_was_counted_for_is_refused() {
        refused(Story.created(SHORT)
                .cancelsIfQueued("a", 20, 30, new Answer.Refused(409, "job_not_queued", IN_PROGRESS))
                .sees(40, 50, queued(0, 0)));
    }

    @Test
    void a_cancel_of_running_work_that_says_none_had_begun_is_refused() {
        refused(Story.created(SHORT).sees(20, 30, running(0, 1)).cancels("a", 40, 50, cancelled(0, 1, "a")));
    }

    @Test
    void a_stop_that_is_confirmed_and_then_forgotten_is_refused() {
        refused(Story.created(SHORT)
                .cancels("a", 20, 30, stopped(0, 1, "a", null))
                .sees(40, 50, stopped(0, 1, "a", 1_003L))
                .sees(60, 70, stopped(0, 1, "a", null)));
    }

    @Test
    void attempts_beyond_the_allowed_ones_are_refused() {
        refused(Story.created(SHORT).sees(20, 30, running(0, 4)));
        refused(Story.created(SHORT).sees(20, 30, failed(0, 2, ErrorCode.ATTEMPTS_EXHAUSTED)));
    }

    @Test
    void an_end_that_the_document_cannot_come_to_is_refused() {
        refused(Story.created(DAMAGED).sees(20, 30, completed(0, 1)));
        refused(Story.created(SHORT).sees(20, 30, failed(0, 1)));
    }

    @Test
    void a_list_that_leaves_out_a_job_of_its_state_or_shows_one_of_another_is_refused() {
        refused(Story.created(SHORT).sees(20, 30, completed(0, 1)).lists(COMPLETED, 40, 50, new Answer.Absent()));
        refused(Story.created(SHORT).lists(COMPLETED, 20, 30, new Answer.Shown(queued(0, 0))));
    }

    @Test
    void an_unanswered_call_explains_nothing_before_it_was_made_and_nothing_twice() {
        refused(Story.created(SHORT)
                .sees(20, 30, cancelled(0, 0, "a"))
                .unanswered(new Call.Cancel("a", false, null), 40));
        refused(Story.created(DAMAGED)
                .unanswered(new Call.Retry(null), 20)
                .sees(30, 40, failed(0, 1))
                .sees(50, 60, failed(1, 2))
                .sees(70, 80, failed(2, 3)));
    }

    @Test
    void times_that_change_between_two_answers_are_refused() {
        JobView first = completed(0, 1);
        JobView later = new JobView(
                COMPLETED,
                first.createdAt(),
                first.startedAt(),
                first.completedAt() + 1,
                first.expiresAt(),
                null,
                first.more());
        refused(Story.created(SHORT).sees(20, 30, first).sees(40, 50, later));
    }

    @Test
    void what_is_reported_is_the_least_that_is_wrong() {
        JobHistory history = Story.created(SHORT)
                .polls(11, 12, queued(0, 0))
                .lists(QUEUED, 13, 14, new Answer.Shown(queued(0, 0)))
                .sees(20, 30, completed(0, 1))
                .cancels("a", 40, 50, completed(0, 1))
                .cancels("b", 60, 70, new Answer.Refused(400, "job_not_cancellable", COMPLETED))
                .sees(80, 90, completed(0, 1))
                .told();

        JobHistory least = Shrink.toTheLeast(history);

        assertThat(least.operations()).extracting(Operation::number).containsExactly(1L, 4L, 5L);
        assertThat(HistoryTable.of(least)).contains("#5", "cancel[reason=a]", "200 COMPLETED");
    }

    private static void refused(Story story) {
        assertThat(Linearize.check(story.told())).isInstanceOf(Judgement.Contradictory.class);
    }
}
