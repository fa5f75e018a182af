package dev.docket.history;

import java.util.List;
import java.util.Set;

/** Whether a history is one that the sequential model could have given. */
sealed interface Judgement {
    /** @param configurations how many the search went through */
    record Linearizable(int configurations) implements Judgement {}

    /**
     * No order of the calls fits.
     *
     * @param furthest the longest order that does
     * @param states what the job could be after it
     */
    record Contradictory(List<Operation> furthest, Set<JobState> states) implements Judgement {}
}
