package dev.docket.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.Payload;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ReachTest {
    @Test
    void a_result_comes_of_a_service_that_began() {
        assertThat(Reach.of(new Answer.Completed(200, Payload.of(new byte[0])), true))
                .isEqualTo(Reach.BEGUN);
    }

    @Test
    void a_service_that_could_not_be_reached_or_turned_the_work_away_did_not_begin() {
        assertThat(Reach.of(passing(ErrorCode.UPSTREAM_UNAVAILABLE, false), true))
                .isEqualTo(Reach.NOT_BEGUN);
        assertThat(Reach.of(passing(ErrorCode.UPSTREAM_UNAVAILABLE, true), true))
                .isEqualTo(Reach.BEGUN);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.MATCH_ANY,
            names = {"UPSTREAM_.*", "MODEL_.*"})
    void what_only_a_service_can_answer_says_that_it_began(ErrorCode code) {
        assertThat(Reach.of(failed(code), true)).isEqualTo(Reach.BEGUN);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.MATCH_NONE,
            names = {"UPSTREAM_.*", "MODEL_.*"})
    void what_fails_in_this_process_says_nothing_of_the_service(ErrorCode code) {
        assertThat(Reach.of(failed(code), true)).isEqualTo(Reach.UNTOLD);
        assertThat(Reach.of(passing(code, true), true)).isEqualTo(Reach.UNTOLD);
    }

    @Test
    void what_is_answered_without_asking_the_service_says_nothing_of_it() {
        assertThat(Reach.of(new Answer.Completed(200, Payload.of(new byte[0])), false))
                .isEqualTo(Reach.UNTOLD);
        assertThat(Reach.of(failed(ErrorCode.UPSTREAM_UNAVAILABLE), false)).isEqualTo(Reach.UNTOLD);
    }

    private static Answer failed(ErrorCode code) {
        return new Answer.Failed(new JobError(code, "It failed."));
    }

    private static Answer passing(ErrorCode code, boolean begun) {
        return new Answer.FailedForNow(new JobError(code, "It failed for now."), Duration.ZERO, begun);
    }
}
