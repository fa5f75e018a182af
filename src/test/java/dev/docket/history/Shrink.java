package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Takes everything out of a contradictory history that the contradiction does not need. Only what cannot make a good
 * history bad is taken out: the end of it, looks at the job, and calls that changed nothing. So what is left is wrong
 * by itself.
 */
final class Shrink {
    private Shrink() {}

    static JobHistory toTheLeast(JobHistory contradictory) {
        JobHistory least = earliestContradiction(contradictory);
        List<Operation> candidates = new ArrayList<>(least.operations());
        candidates.removeIf(Shrink::mayHaveChanged);
        for (int i = candidates.size() - 1; i >= 0; i--) {
            JobHistory smaller = without(least, candidates.get(i));
            if (isContradictory(smaller)) {
                least = smaller;
            }
        }
        return least;
    }

    /** The history as it was known when the first answer came that fits no more. */
    private static JobHistory earliestContradiction(JobHistory history) {
        List<Long> returns = history.operations().stream()
                .map(Operation::returned)
                .filter(returned -> returned != Operation.NEVER)
                .sorted(Comparator.naturalOrder())
                .toList();
        int good = -1;
        int bad = returns.size() - 1;
        while (bad - good > 1) {
            int middle = (good + bad) / 2;
            if (isContradictory(until(history, returns.get(middle)))) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        return until(history, returns.get(bad));
    }

    private static JobHistory until(JobHistory history, long time) {
        List<Operation> known = history.operations().stream()
                .filter(operation -> operation.called() <= time)
                .filter(operation ->
                        operation.returned() <= time || operation.call().isChange())
                .map(operation -> operation.returned() <= time ? operation : operation.forgotten())
                .toList();
        return history.with(known);
    }

    private static JobHistory without(JobHistory history, Operation one) {
        List<Operation> others = new ArrayList<>(history.operations());
        others.remove(one);
        return history.with(others);
    }

    private static boolean isContradictory(JobHistory history) {
        return Linearize.check(history) instanceof Judgement.Contradictory;
    }

    private static boolean mayHaveChanged(Operation operation) {
        if (operation.call() instanceof Call.Cancel cancel && operation.view() != null) {
            JobView view = operation.view();
            return view.status() == JobStatus.CANCELLED
                    && Objects.equals(view.cancellation().reason(), cancel.reason());
        }
        return operation.call().isChange() && !(operation.answer() instanceof Answer.Refused);
    }
}
