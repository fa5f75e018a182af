package dev.docket.store;

import dev.docket.job.JobId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells those who wait for a job in this process that its end was written here. A hint that saves a wait, never the
 * only way to learn of an end: one that another process wrote is not heard of.
 */
@Singleton
public class JobEnds {
    private final Map<JobId, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

    /** Comes when the end of the job is written in this process; for one waiter a job, who must {@link #forget} it. */
    public CompletableFuture<Void> of(JobId job) {
        return awaited.computeIfAbsent(job, ignored -> new CompletableFuture<>());
    }

    /** Nobody waits for the job any more. */
    public void forget(JobId job) {
        awaited.remove(job);
    }

    void written(JobId job) {
        CompletableFuture<Void> waiter = awaited.get(job);
        if (waiter != null) {
            waiter.complete(null);
        }
    }
}
