package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.List;
import java.util.Objects;

/**
 * A cancel. Only one that lost its race has two moments: 200 with a job that another has ended says that the job was
 * live at a moment of the call, and so at a later one as the answer shows it. A 400 says that it had ended before.
 */
record CancelPoints(Call.Cancel call, String token) {
    List<Point> of(Answer answer) {
        if (answer instanceof Answer.Shown shown) {
            return isAnothers(shown.job())
                    ? List.of(this::seenLive, state -> shown(state, shown.job()))
                    : List.of(state -> shown(state, shown.job()));
        }
        if (answer instanceof Answer.Refused refused) {
            return List.of(state -> isRefused(state, refused) ? state : null);
        }
        return List.of(state -> wins(state) ? cancelled(state) : null);
    }

    private boolean isAnothers(JobView view) {
        return view.status() != JobStatus.CANCELLED
                || view.cancellation() == null
                || !Objects.equals(call.reason(), view.cancellation().reason());
    }

    /** A call that is known for one that won before needs no live job. */
    private JobState seenLive(JobState state) {
        return state.isLive() || isRepeated(state) ? state : null;
    }

    private JobState shown(JobState state, JobView view) {
        if (wins(state)) {
            return cancelled(state).shownAs(view);
        }
        return isRepeated(state) || state.isFinal() ? state.shownAs(view) : null;
    }

    private boolean isRefused(JobState state, Answer.Refused refused) {
        if (isRepeated(state) || state.status() != refused.status()) {
            return false;
        }
        return switch (refused.code()) {
            case "job_already_cancelled" -> refused.http() == 400 && state.status() == JobStatus.CANCELLED;
            case "job_not_cancellable" ->
                refused.http() == 400 && state.isFinal() && state.status() != JobStatus.CANCELLED;
            case "job_not_queued" ->
                refused.http() == 409 && call.onlyIfQueued() && state.status() == JobStatus.IN_PROGRESS;
            default -> false;
        };
    }

    private boolean wins(JobState state) {
        boolean wanted = !call.onlyIfQueued() || state.status() == JobStatus.QUEUED;
        return state.isLive() && wanted && !isRepeated(state);
    }

    private boolean isRepeated(JobState state) {
        return state.isThere() && token.equals(state.tokens().cancel());
    }

    private JobState cancelled(JobState state) {
        return state.cancelled(call.reason(), token);
    }
}
