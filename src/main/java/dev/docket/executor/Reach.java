package dev.docket.executor;

import static dev.docket.job.ErrorCode.MODEL_ANSWER_CUT_OFF;
import static dev.docket.job.ErrorCode.MODEL_ANSWER_INVALID;
import static dev.docket.job.ErrorCode.MODEL_REFUSED;
import static dev.docket.job.ErrorCode.UPSTREAM_ANSWER_INVALID;
import static dev.docket.job.ErrorCode.UPSTREAM_ANSWER_TOO_LARGE;
import static dev.docket.job.ErrorCode.UPSTREAM_REJECTED;
import static dev.docket.job.ErrorCode.UPSTREAM_TIMEOUT;
import static dev.docket.job.ErrorCode.UPSTREAM_UNAVAILABLE;

import dev.docket.endpoint.Answer;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the answer of a run says of the service that was to do the work. */
enum Reach {
    /** The service began with it. */
    BEGUN,
    /** It could not be reached, or turned the work away. */
    NOT_BEGUN,
    /** Nothing: the run failed in this process, which need not have asked for anything. */
    UNTOLD;

    /** Only who has asked the service can fail so. */
    private static final Set<String> OF_SERVICE = Stream.of(
                    UPSTREAM_REJECTED,
                    UPSTREAM_UNAVAILABLE,
                    UPSTREAM_TIMEOUT,
                    UPSTREAM_ANSWER_INVALID,
                    UPSTREAM_ANSWER_TOO_LARGE,
                    MODEL_REFUSED,
                    MODEL_ANSWER_INVALID,
                    MODEL_ANSWER_CUT_OFF)
            .map(ErrorCode::wire)
            .collect(Collectors.toUnmodifiableSet());

    /** @param asked whether the run came to where it asks the service: some answers are found without it */
    static Reach of(Answer answer, boolean asked) {
        if (!asked) {
            return UNTOLD;
        }
        if (answer instanceof Answer.FailedForNow passing) {
            return passing.begun() ? of(passing.error()) : NOT_BEGUN;
        }
        return answer instanceof Answer.Failed failed ? of(failed.error()) : BEGUN;
    }

    private static Reach of(JobError error) {
        return OF_SERVICE.contains(error.code()) ? BEGUN : UNTOLD;
    }
}
