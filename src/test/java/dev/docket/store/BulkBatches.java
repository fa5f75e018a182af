package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;

/** The parts of a batch that come into play only when an earlier try was lost. */
public final class BulkBatches {
    private BulkBatches() {}

    /** Whether the bulk cancel is there, once nobody else is at it. */
    public static Uni<Boolean> takeAgain(Pool pool, BulkRef bulk) {
        return pool.withTransaction(connection -> TakeBulk.take(connection, bulk, "token", true, 10, Duration.ofDays(7))
                .map(taken -> taken.isPresent()));
    }

    /** What the last batch did. */
    public static Uni<BatchDone> tellAgain(Pool pool, BulkRef bulk) {
        return pool.withTransaction(connection -> TellBatch.tell(connection, bulk));
    }
}
