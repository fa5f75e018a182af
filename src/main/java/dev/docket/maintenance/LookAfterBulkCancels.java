package dev.docket.maintenance;

import dev.docket.store.DeleteBulkCancels;
import dev.docket.store.JobsConfig;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Deletes old bulk cancels. They are kept as long as a job lives. */
@Singleton
class LookAfterBulkCancels {
    private final Batches batches;
    private final DeleteBulkCancels deleteBulkCancels;
    private final JobsConfig config;

    LookAfterBulkCancels(Batches batches, DeleteBulkCancels deleteBulkCancels, JobsConfig config) {
        this.batches = batches;
        this.deleteBulkCancels = deleteBulkCancels;
        this.config = config;
    }

    @Scheduled(every = "5m", identity = "docket-bulk-delete", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> delete() {
        return batches.run("bulk outcomes", (size, skip) -> deleteBulkCancels.outcomes(size, skip, config.lifetime()))
                .chain(() -> batches.run(
                        "bulk cancels", (size, skip) -> deleteBulkCancels.bulkCancels(size, skip, config.lifetime())))
                .replaceWithVoid();
    }
}
