package dev.docket.history;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What executors do to a job between two calls, unseen by any client: claim it, complete or fail it, lose it, and
 * confirm that cancelled work has stopped. How often and when is not known, so a state stands for all that can be
 * reached from it.
 */
final class InternalSteps {
    private final Paper paper;
    private final Map<JobState, Set<JobState>> reached = new HashMap<>();

    InternalSteps(Paper paper) {
        this.paper = paper;
    }

    /** The state itself and all that it can become without a call. */
    Set<JobState> from(JobState state) {
        return reached.computeIfAbsent(state, this::explore);
    }

    private Set<JobState> explore(JobState start) {
        Set<JobState> found = new LinkedHashSet<>(Set.of(start));
        Deque<JobState> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (JobState next : next(open.poll())) {
                if (found.add(next)) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    private Set<JobState> next(JobState state) {
        if (state.status() == JobStatus.QUEUED && state.attemptsLeft() > 0) {
            return Set.of(state.claimed());
        }
        if (state.status() == JobStatus.IN_PROGRESS) {
            return Set.of(paper.isReadable() ? state.completed() : state.failed(paper.failure()), lost(state));
        }
        boolean unconfirmed =
                state.status() == JobStatus.CANCELLED && state.stop().isUnconfirmed();
        return unconfirmed ? Set.of(state.workStopped()) : Set.of();
    }

    /** Its executor died or gave it up. */
    private static JobState lost(JobState running) {
        return running.attemptsLeft() > 0 ? running.backInQueue() : running.failed(ErrorCode.ATTEMPTS_EXHAUSTED.wire());
    }
}
