package dev.docket.history;

import dev.docket.history.FaultSites.Pair;
import dev.docket.job.JobStatus;

/** Answers that differ from those that were given. */
final class ChangedView {
    private ChangedView() {}

    static Answer completed(Operation look) {
        return as(look.view(), JobStatus.COMPLETED, null);
    }

    static Answer running(Operation look) {
        return as(look.view(), JobStatus.IN_PROGRESS, null);
    }

    static Answer endedLater(Operation look) {
        JobView view = look.view();
        return new Answer.Shown(new JobView(
                view.status(),
                view.createdAt(),
                view.startedAt(),
                view.completedAt() + 1,
                view.expiresAt(),
                view.errorCode(),
                view.more()));
    }

    static Answer cancelledBy(Operation look, String reason) {
        JobView.Cancellation was = look.view().cancellation();
        return as(
                look.view(), JobStatus.CANCELLED, new JobView.Cancellation(reason, was.workStarted(), was.stoppedAt()));
    }

    static Answer cancelledByItself(Operation cancel) {
        return cancelledBy(cancel, ((Call.Cancel) cancel.call()).reason());
    }

    /** A refused cancel as if it had stopped the run that an earlier look had seen. */
    static Answer stopped(Pair lookAndCancel) {
        String reason = ((Call.Cancel) lookAndCancel.later().call()).reason();
        return as(lookAndCancel.earlier().view(), JobStatus.CANCELLED, new JobView.Cancellation(reason, true, null));
    }

    /** As if no run had been counted since. */
    static Answer countedAs(Operation end, Operation before) {
        JobView view = end.view();
        JobView.More more = view.more();
        return with(
                view,
                view.status(),
                new JobView.More(
                        before.view().more().attempts(), more.response(), more.cancelled(), more.cancellation()));
    }

    private static Answer as(JobView view, JobStatus status, JobView.Cancellation cancellation) {
        return with(
                view,
                status,
                new JobView.More(
                        Math.max(1, view.more().attempts()),
                        status == JobStatus.COMPLETED,
                        cancellation != null,
                        cancellation));
    }

    private static Answer with(JobView view, JobStatus status, JobView.More more) {
        Long ended = view.completedAt() == null ? Long.valueOf(view.expiresAt()) : view.completedAt();
        Long started = view.startedAt() == null ? Long.valueOf(view.createdAt()) : view.startedAt();
        return new Answer.Shown(new JobView(
                status,
                view.createdAt(),
                started,
                status.isLive() ? null : ended,
                view.expiresAt(),
                status == JobStatus.FAILED ? view.errorCode() : null,
                more));
    }
}
