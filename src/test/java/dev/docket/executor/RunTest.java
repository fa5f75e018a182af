package dev.docket.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Work;
import dev.docket.job.BodyRef;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.job.TimeLimits;
import dev.docket.store.ClaimedJob;
import dev.docket.store.RunRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The one end of a run: whatever comes first has it, and the others are told. And how long it may go on without one. */
class RunTest {
    private static final long CLAIM_SENT_AT = 100;

    private final CountedWork work = new CountedWork();
    private final Run run = working(work);
    private int limitsCancelled;

    @Test
    void an_answer_after_the_time_limit_is_dropped() {
        assertThat(run.timeOut()).isTrue();

        assertThat(run.answer()).isFalse();
        assertThat(work.aborts).isOne();
    }

    @Test
    void a_time_limit_after_the_answer_changes_nothing() {
        assertThat(run.answer()).isTrue();

        assertThat(run.timeOut()).isFalse();
        assertThat(work.aborts).isZero();
    }

    @Test
    void a_time_limit_after_a_cancel_changes_nothing() {
        assertThat(run.stop(RunEnd.CANCELLED)).isTrue();

        assertThat(run.timeOut()).isFalse();
        assertThat(work.aborts).isOne();
    }

    @Test
    void a_cancel_after_the_time_limit_finds_the_run_answered() {
        assertThat(run.timeOut()).isTrue();

        assertThat(run.stop(RunEnd.CANCELLED)).isFalse();
        assertThat(run.stopped()).isNull();
    }

    @Test
    void a_second_answer_is_dropped() {
        assertThat(run.answer()).isTrue();

        assertThat(run.answer()).isFalse();
    }

    @Test
    void a_run_is_sure_for_a_lease_from_its_claim_and_then_from_the_last_beat_that_named_it() {
        Duration lease = Duration.ofNanos(10);

        assertThat(run.sureFor(lease, CLAIM_SENT_AT + 10)).isZero();
        run.heldAt(CLAIM_SENT_AT + 4);
        assertThat(run.sureFor(lease, CLAIM_SENT_AT + 10)).isEqualTo(4);
        run.heldAt(CLAIM_SENT_AT + 2);
        assertThat(run.sureFor(lease, CLAIM_SENT_AT + 15)).isEqualTo(-1);
    }

    @Test
    void a_run_goes_on_until_it_has_an_end() {
        assertThat(run.isGoingOn()).isTrue();
        run.answer();
        assertThat(run.isGoingOn()).isFalse();

        Run other = working(new CountedWork());
        other.stop(RunEnd.LOST);
        assertThat(other.isGoingOn()).isFalse();
    }

    @Test
    void a_run_that_timed_out_is_over_when_it_is_settled_and_its_work_has_stopped() {
        run.timeOut();
        run.settlingIsOver();
        assertThat(run.isOver()).isFalse();

        run.workIsOver();

        assertThat(run.isOver()).isTrue();
    }

    @Test
    void the_timer_is_given_up_with_the_first_end() {
        run.answer();
        assertThat(limitsCancelled).isOne();

        Run other = working(new CountedWork());
        other.stop(RunEnd.DRAINED);
        assertThat(limitsCancelled).isEqualTo(2);
    }

    private Run working(Work begun) {
        JobId job = JobId.fresh();
        ClaimedJob claimed = new ClaimedJob(
                new RunRef("org", job, 1),
                "/v1/documents/parse",
                JobStatus.IN_PROGRESS,
                1,
                0,
                1,
                2,
                0,
                new BodyRef(1, "org", job, 0, 2),
                null,
                TimeLimits.NONE,
                null);
        Run made = new Run(claimed, "place", CLAIM_SENT_AT);
        made.worksBy(begun);
        made.isLimitedBy(() -> limitsCancelled++);
        return made;
    }

    private static final class CountedWork implements Work {
        private int aborts;

        @Override
        public Uni<Answer> answer() {
            return Uni.createFrom().nothing();
        }

        @Override
        public void abort() {
            aborts++;
        }

        @Override
        public Uni<Void> stopped() {
            return Uni.createFrom().nothing();
        }
    }
}
