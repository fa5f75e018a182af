package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An end that was shown stays until a retry; promise P3 when it is a cancel that showed it. Judged by the times alone,
 * without the model: no retry may have taken effect between the two answers.
 */
final class EndsStay {
    private EndsStay() {}

    static Optional<Violation> check(JobHistory history) {
        List<Operation> retries = history.operations().stream()
                .filter(operation -> operation.call() instanceof Call.Retry && mayHaveWon(operation))
                .toList();
        return history.operations().stream()
                .filter(EndsStay::showsEnd)
                .flatMap(end -> firstLoss(history, retries, end).stream())
                .findFirst();
    }

    /** How many later answers P3 was checked on, for this cancel. */
    static long watched(JobHistory history, Operation cancel) {
        return history.operations().stream()
                .filter(later -> later.view() != null && cancel.precedes(later))
                .count();
    }

    private static Optional<Violation> firstLoss(JobHistory history, List<Operation> retries, Operation end) {
        return history.operations().stream()
                .filter(later -> later.view() != null && end.precedes(later))
                .filter(later -> retries.stream().noneMatch(retry -> isBetween(retry, end, later)))
                .filter(later -> !isSameEnd(end.view(), later.view()))
                .findFirst()
                .map(later -> new Violation(sentence(end), history.with(List.of(end, later))));
    }

    private static boolean mayHaveWon(Operation retry) {
        return retry.isUnknown() || retry.view() != null;
    }

    private static boolean showsEnd(Operation operation) {
        return operation.view() != null && !operation.view().status().isLive();
    }

    private static boolean isBetween(Operation retry, Operation end, Operation later) {
        return retry.returned() >= end.called() && retry.called() <= later.returned();
    }

    private static boolean isSameEnd(JobView end, JobView later) {
        boolean sameResponse = later.more() == null || later.more().response() == (end.status() == JobStatus.COMPLETED);
        return end.status() == later.status() && Objects.equals(end.completedAt(), later.completedAt()) && sameResponse;
    }

    private static String sentence(Operation end) {
        boolean promise = end.call() instanceof Call.Cancel && end.view().status() == JobStatus.CANCELLED;
        return promise
                ? "P3: a job that a cancel answered as cancelled must stay so until a retry"
                : "An end that was shown must stay until a retry";
    }
}
