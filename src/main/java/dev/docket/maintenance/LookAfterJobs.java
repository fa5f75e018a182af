package dev.docket.maintenance;

import dev.docket.store.BodyBuckets;
import dev.docket.store.DeleteJobs;
import dev.docket.store.ExpireJobs;
import dev.docket.store.FailUnstarted;
import dev.docket.store.JobsConfig;
import dev.docket.store.Leases;
import dev.docket.store.PromoteParked;
import dev.docket.store.RescueRuns;
import dev.docket.store.Signals;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** The pieces of maintenance. Those that have no turn of their own are begun by {@link LookForWork}. */
@Singleton
class LookAfterJobs {
    private static final Logger LOG = Logger.getLogger(LookAfterJobs.class);

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Batches batches;
    private final PromoteParked promoteParked;
    private final RescueRuns rescueRuns;
    private final FailUnstarted failUnstarted;
    private final ExpireJobs expireJobs;
    private final DeleteJobs deleteJobs;
    private final BodyBuckets buckets;
    private final JobsConfig config;
    private final Leases leases;
    private final Signals signals;
    private final MaintenanceMeters meters;

    LookAfterJobs(
            Batches batches,
            PromoteParked promoteParked,
            RescueRuns rescueRuns,
            FailUnstarted failUnstarted,
            ExpireJobs expireJobs,
            DeleteJobs deleteJobs,
            BodyBuckets buckets,
            JobsConfig config,
            Leases leases,
            Signals signals,
            MaintenanceMeters meters) {
        this.batches = batches;
        this.promoteParked = promoteParked;
        this.rescueRuns = rescueRuns;
        this.failUnstarted = failUnstarted;
        this.expireJobs = expireJobs;
        this.deleteJobs = deleteJobs;
        this.buckets = buckets;
        this.config = config;
        this.leases = leases;
        this.signals = signals;
        this.meters = meters;
    }

    /** Jobs whose waiting time is over become ready. */
    Uni<Void> promote() {
        return batches.run("promote", this::promote).invoke(meters::promoted).replaceWithVoid();
    }

    /** Runs of executors that are gone go back to the queue. */
    Uni<Void> rescue() {
        return batches.run("rescue", this::rescue).invoke(this::rescued).replaceWithVoid();
    }

    /** Jobs that waited too long for their first start have failed. */
    Uni<Void> failUnstarted() {
        return batches.run("unstarted", failUnstarted::fail)
                .invoke(meters::unstarted)
                .replaceWithVoid();
    }

    /** Live jobs past their time are expired. */
    Uni<Void> expire() {
        return batches.run("expire", expireJobs::expire).invoke(meters::expired).replaceWithVoid();
    }

    /** Jobs past their grace period are deleted, and idempotency keys that are too old. */
    @Scheduled(every = "60s", identity = "docket-delete", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> delete() {
        return batches.run("delete", (size, skip) -> deleteJobs.delete(size, skip, config.grace()))
                .invoke(meters::deleted)
                .chain(() -> batches.run(
                        "forget", (size, skip) -> deleteJobs.forgetKeys(size, skip, config.idempotencyKeyLifetime())))
                .replaceWithVoid();
    }

    /** The buckets of the coming days are made, those that no job names any more are dropped. */
    @Scheduled(every = "10m", identity = "docket-buckets", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> turnBuckets() {
        return buckets.ensure()
                .chain(buckets::dropUnnamed)
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("The buckets of bodies could not be turned: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    private Uni<Integer> promote(int size, int skip) {
        return promoteParked.promote(size, skip).map(promoted -> {
            promoted.lanes().forEach(signals::ready);
            return promoted.jobs();
        });
    }

    private Uni<Integer> rescue(int size, int skip) {
        return rescueRuns
                .rescue(size, skip, leases.lease())
                .invoke(rescued -> rescued.forEach(meters::rescued))
                .map(List::size);
    }

    private void rescued(int count) {
        if (count > 0) {
            LOG.warnf("Rescued %d runs whose executors stopped renewing their leases", count);
        }
    }
}
