package dev.docket.maintenance;

import dev.docket.store.DueWork;
import dev.docket.store.RestByCost;
import dev.docket.store.RestWhenQuiet;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Looks once a second whether there is work for maintenance, and begins with what there is. Each piece goes by itself,
 * so that one that hangs does not hold up the others.
 */
@Singleton
class LookForWork {
    private static final Logger LOG = Logger.getLogger(LookForWork.class);

    /** Beyond this the connection is taken for half-open. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Every second look is one at the leases, unless looks are rarer anyhow. */
    private static final int LEASES = 2;

    /** And every fifth one at what has expired, with the same exception. */
    private static final int EXPIRY = 5;

    private static final Duration LONGEST_REST = Duration.ofSeconds(15);

    private final DueWork dueWork;
    private final LookAfterJobs lookAfterJobs;
    private final AtomicLong looks = new AtomicLong();
    private final RestWhenQuiet pace = new RestWhenQuiet();
    private final RestByCost leasesRest = new RestByCost(LONGEST_REST);
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    LookForWork(DueWork dueWork, LookAfterJobs lookAfterJobs) {
        this.dueWork = dueWork;
        this.lookAfterJobs = lookAfterJobs;
    }

    @Scheduled(every = "1s", identity = "docket-look", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return pace.isDue() ? findAndBegin() : Uni.createFrom().voidItem();
    }

    private Uni<Void> findAndBegin() {
        long look = looks.getAndIncrement();
        boolean leases = (pace.isQuiet() || look % LEASES == 0) && leasesRest.isDue();
        long begun = System.nanoTime();
        return dueWork.find(leases)
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .invoke(due -> {
                    begin(due, pace.isQuiet(), look);
                    pace.looked(due.any());
                })
                .onTermination()
                .invoke(() -> rest(leases, begun))
                .onFailure()
                .invoke(failure -> LOG.warnf("Maintenance could not look for work: %s", failure.toString()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void rest(boolean leases, long begun) {
        if (leases) {
            leasesRest.looked(begun);
        }
    }

    private void begin(DueWork.Due due, boolean wasQuiet, long look) {
        if (due.parked()) {
            begin("promote", lookAfterJobs::promote);
        }
        if (due.unstarted()) {
            begin("unstarted", lookAfterJobs::failUnstarted);
        }
        if (due.lapsed()) {
            begin("rescue", lookAfterJobs::rescue);
        }
        if (due.expired() && (wasQuiet || look % EXPIRY == 0)) {
            begin("expire", lookAfterJobs::expire);
        }
    }

    private void begin(String piece, Supplier<Uni<Void>> work) {
        if (underWay.add(piece)) {
            work.get()
                    .onTermination()
                    .invoke(() -> underWay.remove(piece))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.errorf(failure, "Maintenance of kind %s broke off", piece));
        }
    }
}
