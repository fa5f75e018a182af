package dev.docket.bulk;

import dev.docket.store.DueBulkCancels;
import dev.docket.store.RestWhenQuiet;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Takes up the bulk cancels that nobody works on: those of a process that is gone, or that had to leave them. */
@Singleton
class ResumeBulkCancels {
    private static final Logger LOG = Logger.getLogger(ResumeBulkCancels.class);
    private static final int AT_ONCE = 50;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final DueBulkCancels dueBulkCancels;
    private final BulkTurns turns;
    private final RestWhenQuiet pace = new RestWhenQuiet();

    ResumeBulkCancels(DueBulkCancels dueBulkCancels, BulkTurns turns) {
        this.dueBulkCancels = dueBulkCancels;
        this.turns = turns;
    }

    @Scheduled(
            every = "{docket.bulk-cancel.poll}",
            identity = "docket-bulk-cancel",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> resume() {
        return pace.isDue() ? look() : Uni.createFrom().voidItem();
    }

    private Uni<Void> look() {
        return dueBulkCancels
                .find(AT_ONCE)
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .invoke(due -> pace.looked(!due.isEmpty()))
                .invoke(due -> due.forEach(bulk -> turns.begin(bulk).subscribe().with(over -> {})))
                .onFailure()
                .invoke(failure -> LOG.warnf("Bulk cancels could not be looked for: %s", failure.toString()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
