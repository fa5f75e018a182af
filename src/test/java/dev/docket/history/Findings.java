package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Checks the histories as they come and keeps what is worth keeping of them. */
final class Findings {
    private static final int MOST_VIOLATIONS = 5;

    private final int mostSamples;
    private final List<Violation> violations = new ArrayList<>();
    private final List<JobHistory> samples = new ArrayList<>();
    private final LongAdder histories = new LongAdder();
    private final LongAdder operations = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder cancelsWatched = new LongAdder();
    private final LongAdder looksWatched = new LongAdder();

    Findings(int mostSamples) {
        this.mostSamples = mostSamples;
    }

    void judge(JobHistory history) {
        long begun = System.nanoTime();
        Optional<Violation> violation = CheckHistory.check(history).or(() -> unended(history));
        nanos.add(System.nanoTime() - begun);
        histories.increment();
        operations.add(history.operations().size());
        history.operations().stream().filter(Findings::isPromise).forEach(cancel -> {
            cancelsWatched.increment();
            looksWatched.add(EndsStay.watched(history, cancel));
        });
        keep(history, violation);
    }

    /** Nobody calls any more, and still there is no end. */
    private static Optional<Violation> unended(JobHistory history) {
        Operation last = history.operations().get(history.operations().size() - 1);
        return last.view() != null && last.view().status().isLive()
                ? Optional.of(new Violation("The job came to no end", history))
                : Optional.empty();
    }

    private static boolean isPromise(Operation operation) {
        return operation.call() instanceof Call.Cancel
                && operation.view() != null
                && operation.view().status() == JobStatus.CANCELLED;
    }

    private synchronized void keep(JobHistory history, Optional<Violation> violation) {
        violation.filter(unused -> violations.size() < MOST_VIOLATIONS).ifPresent(violations::add);
        if (violation.isEmpty() && samples.size() < mostSamples) {
            samples.add(history);
        }
    }

    synchronized boolean isEnough() {
        return violations.size() >= MOST_VIOLATIONS;
    }

    synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }

    synchronized List<JobHistory> samples() {
        return List.copyOf(samples);
    }

    @Override
    public String toString() {
        double seconds = nanos.sum() / 1e9;
        return String.format(
                "%d histories of %d observations checked in %.1f s of one thread (%.0f observations a second)%n"
                        + "P3 watched on %d cancels by %d later answers",
                histories.sum(),
                operations.sum(),
                seconds,
                operations.sum() / seconds,
                cancelsWatched.sum(),
                looksWatched.sum());
    }
}
