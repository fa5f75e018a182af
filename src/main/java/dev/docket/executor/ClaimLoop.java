package dev.docket.executor;

import dev.docket.store.Claimed;
import dev.docket.store.ClaimedJob;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Claims as much as can start now whenever there may be work: one claim at a time, the next one at once while places
 * and lanes are left. Lives on the executor's loop.
 */
@Singleton
class ClaimLoop {
    private static final Logger LOG = Logger.getLogger(ClaimLoop.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final ExecutorLoop loop;
    private final SendClaim sendClaim;
    private final Runs runs;
    private final StartRun startRun;
    private final OrganizationTerms terms;
    private final ExecutorMeters meters;
    private final Turns.Terms bounded;
    private final Rings rings = new Rings();
    private final Watermarks watermarks = new Watermarks();

    /** Lanes of which a signal came while a claim was in flight: what it found may be outdated. */
    private final Set<Lane> signalled = new HashSet<>();

    private boolean waking;
    private boolean claiming;
    private boolean open;

    ClaimLoop(
            ExecutorLoop loop,
            SendClaim sendClaim,
            Runs runs,
            StartRun startRun,
            OrganizationTerms terms,
            ExecutorMeters meters) {
        this.loop = loop;
        this.sendClaim = sendClaim;
        this.runs = runs;
        this.startRun = startRun;
        this.terms = terms;
        this.bounded = new BoundedTerms(terms, runs);
        this.meters = meters;
    }

    void open() {
        open = true;
        wake();
    }

    /** No further claim is begun; one in flight may still bring runs. */
    void close() {
        open = false;
    }

    boolean isClaiming() {
        return claiming;
    }

    /** Whether a claim may have taken jobs that nobody here knows of. */
    boolean isInDoubt() {
        return sendClaim.isInDoubt();
    }

    /** There may be ready work in these lanes; they have a turn once the terms of their organizations are known. */
    void mayHaveWork(Collection<Lane> lanes) {
        terms.known(lanes.stream().map(Lane::organization).toList(), () -> enter(lanes));
    }

    private void enter(Collection<Lane> lanes) {
        for (Lane lane : lanes) {
            rings.add(runs.placeOf(lane), lane);
            if (claiming) {
                signalled.add(lane);
            }
        }
        wake();
    }

    /**
     * A run of the lane has ended. Under a cap the lane left the ring while it was full, and may go on now.
     *
     * @param ready whether its job is in the queue
     */
    void placeFreed(Lane lane, boolean ready) {
        if (ready) {
            enter(List.of(lane));
            return;
        }
        if (terms.isCapped(lane.organization())) {
            rings.add(runs.placeOf(lane), lane);
        }
        wakeSoon();
    }

    /** Places that become free in the same turn of the loop are filled by one claim. */
    private void wakeSoon() {
        if (!waking) {
            waking = true;
            loop.soon(() -> {
                waking = false;
                wake();
            });
        }
    }

    /** A place may have become free, or a lane may have work. */
    void wake() {
        if (!open || claiming) {
            return;
        }
        Map<Lane, Integer> dealt = rings.deal(runs.free(), bounded);
        if (!dealt.isEmpty()) {
            claim(dealt);
        }
    }

    private void claim(Map<Lane, Integer> dealt) {
        claiming = true;
        signalled.clear();
        terms.refresh(dealt.keySet());
        long now = System.nanoTime();
        List<LaneClaim> asked = dealt.entrySet().stream()
                .map(places -> terms.claim(places.getKey(), watermarks.from(places.getKey(), now), places.getValue()))
                .toList();
        sendClaim.send(asked, now).subscribe().with(claimed -> claimed(claimed, now), this::failed);
    }

    private void claimed(Claimed claimed, long sentAt) {
        claiming = false;
        long took = System.nanoTime() - sentAt;
        meters.claimed(claimed.jobs().size(), Duration.ofNanos(took));
        Map<Lane, Integer> got = new HashMap<>();
        for (ClaimedJob job : claimed.jobs()) {
            got.merge(job.lane(), 1, Integer::sum);
            watermarks.claimed(job.lane(), job.readyPos(), System.nanoTime());
        }
        for (LaneClaim claim : claimed.looked()) {
            if (claim.fromPos() == 0) {
                watermarks.lookedBelow(claim.lane(), took);
            }
            boolean drained = got.getOrDefault(claim.lane(), 0) < claim.slots();
            if (drained && !signalled.contains(claim.lane())) {
                rings.remove(runs.placeOf(claim.lane()), claim.lane());
            }
        }
        List<Run> begun =
                claimed.jobs().stream().map(job -> runs.begin(job, sentAt)).toList();
        // The database works on the next claim while these are started; they have their places already.
        wake();
        begun.forEach(startRun::start);
    }

    private void failed(Throwable failure) {
        claiming = false;
        LOG.warnf("A claim failed, the next one is tried in %s: %s", PAUSE_AFTER_FAILURE, failure.toString());
        loop.after(PAUSE_AFTER_FAILURE, this::wake);
    }
}
