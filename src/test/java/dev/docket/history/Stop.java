package dev.docket.history;

import java.util.Objects;

/**
 * The cancellation of a job in the model.
 *
 * @param workStarted whether a run had begun when the cancel won
 * @param stopped when the work was known to have stopped
 */
record Stop(String reason, boolean workStarted, Mark stopped) {
    /** Null when an answer cannot show it so. */
    Stop shownAs(JobView.Cancellation shown) {
        Mark sawStopped = stopped.shownAs(shown.stoppedAt());
        boolean agree =
                Objects.equals(reason, shown.reason()) && workStarted == shown.workStarted() && sawStopped != null;
        return agree ? new Stop(reason, workStarted, sawStopped) : null;
    }

    boolean isUnconfirmed() {
        return workStarted && !stopped.isThere();
    }

    Stop confirmed() {
        return new Stop(reason, workStarted, Mark.UNSEEN);
    }
}
