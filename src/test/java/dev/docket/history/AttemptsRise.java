package dev.docket.history;

import java.util.List;
import java.util.Optional;

/** The count of attempts never falls, not at a retry either; only a drain gives attempts back, and none is made here. */
final class AttemptsRise {
    private AttemptsRise() {}

    static Optional<Violation> check(JobHistory history) {
        return history.operations().stream()
                .filter(AttemptsRise::counts)
                .flatMap(earlier -> firstFall(history, earlier).stream())
                .findFirst();
    }

    private static Optional<Violation> firstFall(JobHistory history, Operation earlier) {
        return history.operations().stream()
                .filter(later -> counts(later) && earlier.precedes(later))
                .filter(later -> attempts(later) < attempts(earlier))
                .findFirst()
                .map(later -> new Violation("attempt_count must not fall", history.with(List.of(earlier, later))));
    }

    private static boolean counts(Operation operation) {
        return operation.view() != null && operation.view().more() != null;
    }

    private static int attempts(Operation operation) {
        return operation.view().more().attempts();
    }
}
