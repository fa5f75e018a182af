package dev.docket.history;

import static dev.docket.history.Paper.DAMAGED;
import static dev.docket.history.Paper.SHORT;
import static dev.docket.history.Views.cancelled;
import static dev.docket.history.Views.completed;
import static dev.docket.history.Views.failed;
import static dev.docket.history.Views.queued;
import static dev.docket.history.Views.running;
import static dev.docket.history.Views.stopped;
import static dev.docket.job.JobStatus.CANCELLED;
import static dev.docket.job.JobStatus.COMPLETED;
import static dev.docket.job.JobStatus.QUEUED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.ErrorCode;
import org.junit.jupiter.api.Test;

/** Histories that the contract allows, the odd ones above all. */
class GoodHistoriesTest {
    private static final Answer ALREADY_CANCELLED = new Answer.Refused(400, "job_already_cancelled", CANCELLED);
    private static final Answer COMPLETED_BEFORE = new Answer.Refused(400, "job_not_cancellable", COMPLETED);

    @Test
    void a_job_may_wait_run_and_complete() {
        accepted(Story.created(SHORT)
                .polls(20, 30, queued(0, 0))
                .sees(40, 50, running(0, 1))
                .sees(60, 70, completed(0, 1))
                .polls(80, 90, completed(0, 1)));
    }

    @Test
    void a_run_may_pass_between_two_looks() {
        accepted(Story.created(SHORT).sees(20, 30, completed(0, 1)));
    }

    @Test
    void a_job_may_complete_while_its_cancel_is_on_the_way() {
        accepted(Story.created(SHORT)
                .sees(20, 30, running(0, 1))
                .cancels("a", 40, 90, completed(0, 1))
                .sees(60, 70, completed(0, 1)));
    }

    @Test
    void a_cancel_that_reaches_the_service_after_the_end_may_be_refused_though_it_was_called_before() {
        accepted(Story.created(SHORT)
                .cancels("a", 20, 90, COMPLETED_BEFORE)
                .sees(30, 40, running(0, 1))
                .sees(50, 60, completed(0, 1)));
    }

    @Test
    void of_two_cancels_at_once_one_wins_and_the_other_may_show_it() {
        accepted(Story.created(SHORT)
                .cancels("a", 20, 60, cancelled(0, 0, "a"))
                .cancels("b", 30, 70, cancelled(0, 0, "a"))
                .cancels("c", 80, 90, ALREADY_CANCELLED));
    }

    @Test
    void of_two_cancels_at_once_the_other_may_come_too_late() {
        accepted(Story.created(SHORT)
                .cancels("a", 20, 60, cancelled(0, 0, "a"))
                .cancels("b", 30, 70, ALREADY_CANCELLED));
    }

    @Test
    void work_that_was_cancelled_is_confirmed_to_have_stopped_some_time_later() {
        accepted(Story.created(SHORT)
                .cancels("a", 20, 30, stopped(0, 1, "a", null))
                .sees(40, 50, stopped(0, 1, "a", null))
                .sees(60, 70, stopped(0, 1, "a", 1_003L))
                .sees(80, 90, stopped(0, 1, "a", 1_003L)));
    }

    @Test
    void a_cancel_for_queued_jobs_only_may_find_the_job_at_work() {
        accepted(Story.created(SHORT)
                .cancelsIfQueued(
                        "a",
                        20,
                        30,
                        new Answer.Refused(409, "job_not_queued", running(0, 1).status()))
                .sees(40, 50, completed(0, 1)));
    }

    @Test
    void a_retried_job_runs_again_and_goes_on_counting() {
        accepted(Story.created(DAMAGED)
                .sees(20, 30, failed(0, 1))
                .retries(40, 50, queued(1, 1))
                .sees(60, 70, running(1, 2))
                .sees(80, 90, failed(1, 2)));
    }

    @Test
    void a_completed_or_live_job_is_not_retried() {
        accepted(Story.created(SHORT)
                .retries(null, 20, 30, new Answer.Refused(400, "job_not_retryable", QUEUED))
                .sees(40, 50, completed(0, 1))
                .retries(null, 60, 70, new Answer.Refused(400, "job_not_retryable", COMPLETED)));
    }

    @Test
    void a_cancel_and_a_retry_may_race_in_either_order() {
        accepted(Story.created(SHORT)
                .cancels("a", 20, 30, cancelled(0, 0, "a"))
                .retries(40, 90, queued(1, 0))
                .cancels("b", 50, 80, cancelled(1, 0, "b"))
                .sees(100, 110, cancelled(1, 0, "b")));
        accepted(Story.created(SHORT)
                .cancels("a", 20, 30, cancelled(0, 0, "a"))
                .retries(40, 90, queued(1, 0))
                .cancels("b", 50, 80, ALREADY_CANCELLED)
                .sees(100, 110, queued(1, 0)));
    }

    @Test
    void lost_runs_go_back_to_the_queue_until_the_attempts_are_spent() {
        accepted(Story.created(SHORT)
                .sees(20, 30, running(0, 1))
                .sees(40, 50, running(0, 2))
                .sees(60, 70, running(0, 3))
                .sees(80, 90, failed(0, 3, ErrorCode.ATTEMPTS_EXHAUSTED)));
    }

    @Test
    void a_call_without_an_answer_may_have_taken_effect_at_once_late_or_never() {
        Call.Cancel cancel = new Call.Cancel("a", false, null);
        accepted(Story.created(SHORT).unanswered(cancel, 20).sees(30, 40, cancelled(0, 0, "a")));
        accepted(Story.created(SHORT)
                .unanswered(cancel, 20)
                .sees(30, 40, queued(0, 0))
                .sees(50, 60, stopped(0, 1, "a", null)));
        accepted(Story.created(SHORT).unanswered(cancel, 20).sees(30, 40, completed(0, 1)));
    }

    @Test
    void a_retry_without_an_answer_may_explain_a_job_that_runs_again() {
        accepted(Story.created(DAMAGED)
                .sees(20, 30, failed(0, 1))
                .unanswered(new Call.Retry(null), 40)
                .sees(50, 60, failed(0, 1))
                .sees(70, 80, running(1, 2)));
    }

    @Test
    void calls_with_one_key_are_one_call() {
        Answer won = new Answer.Shown(cancelled(0, 0, "a"));
        accepted(Story.of(SHORT)
                .create("k", 0, 10, queued(0, 0))
                .create("k", 5, 15, queued(0, 0))
                .cancelsWithKey("a", "c", 20, 30, won)
                .cancelsWithKey("a", "c", 40, 50, won)
                .retries("r", 60, 70, new Answer.Shown(queued(1, 0)))
                .cancelsWithKey("a", "c", 80, 90, new Answer.Shown(running(1, 1)))
                .retries("r", 100, 110, new Answer.Shown(completed(1, 1))));
    }

    @Test
    void a_list_shows_a_job_exactly_when_it_is_in_the_state_that_was_asked_for() {
        accepted(Story.created(SHORT)
                .lists(QUEUED, 20, 30, new Answer.Shown(queued(0, 0)))
                .lists(QUEUED, 40, 90, new Answer.Absent())
                .lists(null, 50, 60, new Answer.Shown(queued(0, 0)))
                .sees(70, 80, completed(0, 1)));
    }

    private static void accepted(Story story) {
        assertThat(CheckHistory.check(story.told())).isEmpty();
    }
}
