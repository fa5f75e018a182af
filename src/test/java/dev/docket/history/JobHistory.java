package dev.docket.history;

import java.util.Comparator;
import java.util.List;

/** All that clients did to one job and were told of it, in the order of their calls. */
record JobHistory(String job, Paper paper, List<Operation> operations) {
    JobHistory {
        operations = operations.stream()
                .sorted(Comparator.comparingLong(Operation::called))
                .toList();
    }

    JobHistory with(List<Operation> others) {
        return new JobHistory(job, paper, others);
    }
}
