package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.List;

/**
 * The sequential model of a job's calls: for each call and answer the moments at which it must have taken effect, in
 * order, all of them between the call and its return.
 */
final class Points {
    private static final int NOT_FOUND = 404;

    private Points() {}

    static List<Point> of(Operation operation) {
        Call call = operation.call();
        Answer answer = operation.answer();
        if (answer instanceof Answer.Refused refused && refused.http() == NOT_FOUND) {
            return List.of(state -> state.isThere() ? null : state);
        }
        if (call instanceof Call.Create create) {
            return CreatePoints.of(token(create.key(), operation), answer);
        }
        if (call instanceof Call.Cancel cancel) {
            return new CancelPoints(cancel, token(cancel.key(), operation)).of(answer);
        }
        if (call instanceof Call.Retry retry) {
            return RetryPoints.of(token(retry.key(), operation), answer);
        }
        return List.of(look(call instanceof Call.Listing list ? list.status() : null, answer));
    }

    /** As the service does: the key makes calls one, and without a key each is its own. */
    private static String token(String key, Operation operation) {
        return key == null ? "call:" + operation.number() : "key:" + key;
    }

    private static Point look(JobStatus filter, Answer answer) {
        if (answer instanceof Answer.Shown shown) {
            boolean fits = filter == null || filter == shown.job().status();
            return state -> fits && state.isThere() ? state.shownAs(shown.job()) : null;
        }
        if (answer instanceof Answer.Absent) {
            return state -> state.isThere() && (filter == null || filter == state.status()) ? null : state;
        }
        return state -> null;
    }
}
