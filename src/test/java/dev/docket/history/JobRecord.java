package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.ArrayList;
import java.util.List;

/** The history of one job while it is made, by many threads. */
final class JobRecord {
    private final String job;
    private final Paper paper;
    private final List<Operation> operations = new ArrayList<>();
    private volatile JobStatus lastShown = JobStatus.QUEUED;

    JobRecord(String job, Paper paper) {
        this.job = job;
        this.paper = paper;
    }

    String job() {
        return job;
    }

    synchronized void add(Operation operation) {
        operations.add(operation);
        if (operation.view() != null) {
            lastShown = operation.view().status();
        }
    }

    /** What one of the clients saw last: what they do next leans on it. */
    JobStatus lastShown() {
        return lastShown;
    }

    synchronized JobHistory history() {
        return new JobHistory(job, paper, operations);
    }
}
