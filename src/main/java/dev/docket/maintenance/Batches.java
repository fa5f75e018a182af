package dev.docket.maintenance;

import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Runs a piece of maintenance batch by batch while batches come back full. A batch that fails is tried with fewer and
 * fewer rows, and the one that fails alone is passed over, so that a bad row cannot stop the rest. Nothing here ever
 * fails: the other pieces go on.
 */
@Singleton
class Batches {
    private static final Logger LOG = Logger.getLogger(Batches.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** In one turn; about twenty bad rows among batches of 500. */
    private static final int MOST_FAILURES = 200;

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

    /**
     * Where a piece of maintenance is.
     *
     * @param size of the next batch
     * @param skip the bad rows that were found and are passed over
     * @param left how many more rows this turn may change
     * @param failures how many more batches may fail: each bad row costs about as many as its batch can be halved
     * @param done how many rows were changed
     */
    private record Place(int size, int skip, long left, int failures, int done) {
        Place after(int count) {
            return new Place(size, skip, left - count, failures, done + count);
        }

        Place halved() {
            return new Place(size / 2, skip, left, failures - 1, done);
        }

        /** The bad row is known: what comes behind it goes on in whole batches. */
        Place pastOneRow(int whole) {
            return new Place(whole, skip + 1, left, failures - 1, done);
        }

        boolean isOver() {
            return left <= 0 || failures <= 0;
        }
    }

    /** Answers with how many rows were changed in all. */
    Uni<Integer> run(String name, Batch batch) {
        return next(
                name,
                batch,
                new Place(config.batch(), 0, (long) config.batch() * config.batchesInARow(), MOST_FAILURES, 0));
    }

    private Uni<Integer> next(String name, Batch batch, Place place) {
        if (place.isOver()) {
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
        if (TryAgain.isLoss(failure)) {
            // No row is to blame, and the next turn comes soon enough.
            LOG.warnf("Maintenance of kind %s failed and waits for its next turn: %s", name, failure.toString());
            return Uni.createFrom().item(place.done());
        }
        if (place.size() > 1) {
            return next(name, batch, place.halved());
        }
        LOG.warnf("Maintenance of kind %s passes over one job that it cannot change: %s", name, failure.toString());
        return next(name, batch, place.pastOneRow(config.batch()));
    }
}
