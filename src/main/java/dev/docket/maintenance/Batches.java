package dev.docket.maintenance;

import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/**
 * Runs a piece of maintenance batch by batch while batches come back full. A batch that fails is tried with one row
 * less and less, so that a single bad row cannot stop the rest for ever; what still fails is logged and left to the next
 * turn. Nothing here ever fails: the other pieces go on.
 */
@ApplicationScoped
class Batches {
    private static final Logger LOG = Logger.getLogger(Batches.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final MaintenanceConfig config;

    Batches(MaintenanceConfig config) {
        this.config = config;
    }

    /** The batch is given its size and answers with how many rows it changed; the sum of them comes back. */
    Uni<Integer> run(String name, IntFunction<Uni<Integer>> batch) {
        return next(name, batch, config.batch(), config.batchesInARow(), 0);
    }

    private Uni<Integer> next(String name, IntFunction<Uni<Integer>> batch, int size, int left, int done) {
        if (left == 0) {
            return Uni.createFrom().item(done);
        }
        return Uni.createFrom()
                .deferred(() -> batch.apply(size))
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .onItem()
                .transformToUni(count -> count < size
                        ? Uni.createFrom().item(done + count)
                        : next(name, batch, size, left - 1, done + count))
                .onFailure()
                .recoverWithUni(failure -> smaller(name, batch, size, left, done, failure));
    }

    private Uni<Integer> smaller(
            String name, IntFunction<Uni<Integer>> batch, int size, int left, int done, Throwable failure) {
        LOG.warnf("Maintenance of kind %s failed with %d rows: %s", name, size, failure.toString());
        // While the database is away no row is to blame, and the next turn comes soon enough.
        return size == 1 || TryAgain.isLoss(failure) ? Uni.createFrom().item(done) : next(name, batch, size / 2, left - 1, done);
    }
}
