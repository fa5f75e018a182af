package dev.docket.store;

import dev.docket.job.BulkOutcome;
import dev.docket.store.FindBatch.Batch;
import dev.docket.store.TakeBulk.Taken;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Does one batch of a bulk cancel in one transaction: its jobs are cancelled, their outcomes written and the place of
 * the work moved together, or nothing of it happens.
 */
@Singleton
public class CancelBatch {
    private static final Map<BulkOutcome, Integer> NONE =
            Stream.of(BulkOutcome.values()).collect(Collectors.toMap(Function.identity(), outcome -> 0));

    private final Pool pool;
    private final JobsConfig config;

    CancelBatch(Pool pool, JobsConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Does the next batch, of about {@code size} jobs. Tried again when an answer was lost; then answers the same. */
    public Uni<BatchDone> next(BulkRef bulk, int size) {
        String token = UUID.randomUUID().toString();
        return transaction(
                bulk,
                token,
                size,
                (connection, taken) -> FindBatch.next(connection, bulk, taken, size)
                        .chain(batch -> isIdle(batch, taken)
                                ? Uni.createFrom().item(idle())
                                : DecideBatch.decide(connection, bulk, batch, token, false)));
    }

    /** Passes over the next job, which a batch of its own has failed on: it comes again, and is given up at last. */
    public Uni<BatchDone> setAside(BulkRef bulk) {
        String token = UUID.randomUUID().toString();
        return transaction(
                bulk,
                token,
                1,
                (connection, taken) -> FindBatch.single(connection, bulk, taken)
                        .chain(batch -> DecideBatch.decide(connection, bulk, batch, token, true)));
    }

    /** What is done with a bulk cancel that is this transaction's own. */
    private interface Deed {
        Uni<BatchDone> on(SqlConnection connection, Taken taken);
    }

    private Uni<BatchDone> transaction(BulkRef bulk, String token, int size, Deed deed) {
        AtomicBoolean again = new AtomicBoolean();
        return TryAgain.onLoss(() -> {
            boolean triedBefore = again.getAndSet(true);
            return pool.withTransaction(connection -> TakeBulk.take(
                            connection, bulk, token, triedBefore, size, config.lifetime())
                    .chain(taken -> taken.isEmpty() ? leftToOthers() : go(connection, bulk, taken.get(), deed)));
        });
    }

    private static Uni<BatchDone> go(SqlConnection connection, BulkRef bulk, Taken taken, Deed deed) {
        if (taken.own()) {
            return TellBatch.tell(connection, bulk);
        }
        return taken.completed() ? leftToOthers() : deed.on(connection, taken);
    }

    /** Whether all that is left is held by others: then nothing is written. */
    private static boolean isIdle(Batch batch, Taken taken) {
        return batch.ids().isEmpty() && !taken.isWalking() && taken.pending() > 0;
    }

    private static BatchDone idle() {
        return new BatchDone.Written(NONE, List.of(), false, false);
    }

    private static Uni<BatchDone> leftToOthers() {
        return Uni.createFrom().item(new BatchDone.LeftToOthers());
    }
}
