package dev.docket.executor;

import dev.docket.store.ClaimJobs;
import dev.docket.store.Claimed;
import dev.docket.store.FindTraces;
import dev.docket.store.HandBack;
import dev.docket.store.LaneClaim;
import dev.docket.store.Leases;
import dev.docket.trace.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Sends a claim and waits for its answer, within the lease that the answer is worth. One whose answer was lost may have
 * taken jobs that nobody runs: they go back before the next one is sent. Lives on the executor's loop.
 */
@Singleton
class SendClaim {
    private static final Logger LOG = Logger.getLogger(SendClaim.class);

    /** Beyond this the connection is taken for half-open; so it is beyond half of a lease. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ExecutorLoop loop;
    private final Leases leases;
    private final ClaimJobs claimJobs;
    private final FindTraces findTraces;
    private final Traces traces;
    private final HandBack handBack;
    private final Runs runs;

    private boolean inDoubt;

    SendClaim(
            ExecutorLoop loop,
            Leases leases,
            ClaimJobs claimJobs,
            FindTraces findTraces,
            Traces traces,
            HandBack handBack,
            Runs runs) {
        this.loop = loop;
        this.leases = leases;
        this.claimJobs = claimJobs;
        this.findTraces = findTraces;
        this.traces = traces;
        this.handBack = handBack;
        this.runs = runs;
    }

    /** Whether a claim may have taken jobs that nobody here knows of. */
    boolean isInDoubt() {
        return inDoubt;
    }

    /** Never two at a time; the answer comes on the loop, and so does a failure, after which the claim is in doubt. */
    Uni<Claimed> send(List<LaneClaim> asked, long sentAt) {
        return withoutStrays()
                .chain(() -> claimJobs.claim(asked, loop.owner(), leases.lease()))
                .chain(this::traced)
                .ifNoItem()
                .after(patience())
                .fail()
                .emitOn(loop)
                .chain(claimed -> inTime(claimed, sentAt))
                .onFailure()
                .invoke(failure -> inDoubt = true);
    }

    private Uni<Void> withoutStrays() {
        if (!inDoubt) {
            return Uni.createFrom().voidItem();
        }
        return handBack.strays(runs.refs(), loop.owner())
                .emitOn(loop)
                .invoke(strays -> {
                    inDoubt = false;
                    LOG.infof("Handed back %d jobs of a claim whose answer was lost", strays.size());
                })
                .replaceWithVoid();
    }

    /** Work that was claimed is done, whether it can be traced or not. */
    private Uni<Claimed> traced(Claimed claimed) {
        return traces.areOn()
                ? findTraces.of(claimed).onFailure().recoverWithItem(claimed)
                : Uni.createFrom().item(claimed);
    }

    private Duration patience() {
        Duration half = leases.lease().dividedBy(2);
        return half.compareTo(LONGEST) < 0 ? half : LONGEST;
    }

    /** After a standstill of the process the leases that the answer brings may be over: it is taken for lost. */
    private Uni<Claimed> inTime(Claimed claimed, long sentAt) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - sentAt);
        return elapsed.compareTo(leases.lease()) > 0
                ? Uni.createFrom().failure(new TimeoutException("the answer took " + elapsed))
                : Uni.createFrom().item(claimed);
    }
}
