package dev.docket.maintenance;

import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Runs a piece of maintenance batch by batch while batches come back full. A batch that fails is tried with fewer and
 * fewer rows, and the one that fails alone is passed over, so that a bad row cannot stop the rest. Nothing here ever
 * fails: the other pieces go on.
 */
@ApplicationScoped
class Batches {
    private static final Logger LOG = Logger.getLogger(Batches.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final MaintenanceConfig config;

    Batches(MaintenanceConfig config) {
        this.config = config;
    }

    /**
     * One statement on at most {@code size} rows, the first {@code skip} passed over; answers with how many it changed.
     */
    interface Batch {
        Uni<Integer> run(int size, int skip);
    }

    /** Where a piece of maintenance is: the next batch, how many more may follow, and what has been done. */
    private record Place(int size, int skip, int left, int done) {
        Place after(int count) {
            return new Place(size, skip, left - 1, done + count);
        }

        Place halved() {
            return new Place(size / 2, skip, left - 1, done);
        }

        Place pastOneRow() {
            return new Place(size, skip + 1, left - 1, done);
        }
    }

    /** Answers with how many rows were changed in all. */
    Uni<Integer> run(String name, Batch batch) {
        return next(name, batch, new Place(config.batch(), 0, config.batchesInARow(), 0));
    }

    private Uni<Integer> next(String name, Batch batch, Place place) {
        if (place.left() <= 0) {
            return Uni.createFrom().item(place.done());
        }
        return Uni.createFrom()
                .deferred(() -> batch.run(place.size(), place.skip()))
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .onItemOrFailure()
                .transformToUni((count, failure) ->
                        failure == null ? changed(name, batch, place, count) : failed(name, batch, place, failure));
    }

    private Uni<Integer> changed(String name, Batch batch, Place place, int count) {
        return count < place.size()
                ? Uni.createFrom().item(place.done() + count)
                : next(name, batch, place.after(count));
    }

    private Uni<Integer> failed(String name, Batch batch, Place place, Throwable failure) {
        LOG.warnf("Maintenance of kind %s failed with %d rows: %s", name, place.size(), failure.toString());
        if (TryAgain.isLoss(failure)) {
            // No row is to blame, and the next turn comes soon enough.
            return Uni.createFrom().item(place.done());
        }
        return next(name, batch, place.size() > 1 ? place.halved() : place.pastOneRow());
    }
}
