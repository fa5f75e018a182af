package dev.docket.history;

import java.util.List;

/** A retry: takes a job back that did not complete, or is known for a call that did so before. */
final class RetryPoints {
    private RetryPoints() {}

    static List<Point> of(String token, Answer answer) {
        if (answer instanceof Answer.Shown shown) {
            return List.of(state -> shown(state, token, shown.job()));
        }
        if (answer instanceof Answer.Refused refused) {
            return List.of(state -> isRefused(state, token, refused) ? state : null);
        }
        return List.of(state -> takesBack(state, token) ? state.retried(token) : null);
    }

    private static JobState shown(JobState state, String token, JobView view) {
        if (isRepeated(state, token)) {
            return state.shownAs(view);
        }
        return takesBack(state, token) ? state.retried(token).shownAs(view) : null;
    }

    private static boolean isRefused(JobState state, String token, Answer.Refused refused) {
        return "job_not_retryable".equals(refused.code())
                && state.isThere()
                && state.status() == refused.status()
                && !isRepeated(state, token)
                && !takesBack(state, token);
    }

    private static boolean isRepeated(JobState state, String token) {
        return token.equals(state.tokens().retry());
    }

    private static boolean takesBack(JobState state, String token) {
        return state.isThere() && state.status().isRetryable() && !isRepeated(state, token);
    }
}
