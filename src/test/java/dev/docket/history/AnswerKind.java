package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.Objects;

/** Names what came of a call, for the count. */
final class AnswerKind {
    private AnswerKind() {}

    static String of(Operation operation) {
        if (operation.isUnknown()) {
            return "no answer";
        }
        if (operation.answer() instanceof Answer.Refused refused) {
            String state =
                    refused.status() == null ? "" : " " + refused.status().wire();
            return refused.http() + " " + refused.code() + state;
        }
        JobView view = operation.view();
        if (operation.call() instanceof Call.Cancel cancel) {
            return "200 " + cancelled(cancel, view);
        }
        return view == null ? "200" : "200 " + view.status().wire();
    }

    private static String cancelled(Call.Cancel call, JobView view) {
        if (view.status() != JobStatus.CANCELLED) {
            String what = call.key() == null ? "lost the race: " : "lost the race or is repeated: ";
            return what + view.status().wire();
        }
        boolean own = Objects.equals(call.reason(), view.cancellation().reason());
        if (!own) {
            return "lost the race: cancelled by another";
        }
        return view.cancellation().workStarted() ? "cancelled at work" : "cancelled in the queue";
    }
}
