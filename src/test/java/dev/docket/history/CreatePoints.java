package dev.docket.history;

import java.util.List;

/** A create: makes the job, or finds the one that a call with the same key has made. */
final class CreatePoints {
    private CreatePoints() {}

    static List<Point> of(String token, Answer answer) {
        if (answer instanceof Answer.Shown shown) {
            return List.of(state -> {
                JobState after = after(state, token);
                return after == null ? null : after.shownAs(shown.job());
            });
        }
        boolean unknown = answer instanceof Answer.Unknown;
        return List.of(state -> unknown && !state.isThere() ? JobState.born(token) : null);
    }

    private static JobState after(JobState state, String token) {
        if (!state.isThere()) {
            return JobState.born(token);
        }
        return token.equals(state.tokens().create()) ? state : null;
    }
}
