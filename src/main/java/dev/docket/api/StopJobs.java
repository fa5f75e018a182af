package dev.docket.api;

import dev.docket.bulk.BulkConfig;
import dev.docket.bulk.BulkMeters;
import dev.docket.bulk.BulkTurns;
import dev.docket.job.BulkCancel;
import dev.docket.job.BulkCancelId;
import dev.docket.job.Payload;
import dev.docket.store.BulkCreated;
import dev.docket.store.BulkPreview;
import dev.docket.store.BulkRef;
import dev.docket.store.BulkTarget;
import dev.docket.store.CreateBulkCancel;
import dev.docket.store.FindBulkCancels;
import dev.docket.store.IdempotencyKey;
import dev.docket.store.JobsConfig;
import dev.docket.store.NewBulkCancel;
import dev.docket.store.PreviewBulkCancel;
import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Stores a bulk cancel, has it worked on, and waits a moment for its end. */
@Singleton
class StopJobs {
    private static final String CALL = "/v1/jobs/cancel";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final CreateBulkCancel createBulkCancel;
    private final PreviewBulkCancel previewBulkCancel;
    private final FindBulkCancels findBulkCancels;
    private final BulkTurns turns;
    private final BulkMeters meters;
    private final BulkConfig config;
    private final JobsConfig jobs;

    StopJobs(
            CreateBulkCancel createBulkCancel,
            PreviewBulkCancel previewBulkCancel,
            FindBulkCancels findBulkCancels,
            BulkTurns turns,
            BulkMeters meters,
            BulkConfig config,
            JobsConfig jobs) {
        this.createBulkCancel = createBulkCancel;
        this.previewBulkCancel = previewBulkCancel;
        this.findBulkCancels = findBulkCancels;
        this.turns = turns;
        this.meters = meters;
        this.config = config;
        this.jobs = jobs;
    }

    Uni<BulkPreview> preview(String organization, BulkCancelBody call) {
        return previewBulkCancel.count(organization, call.target(), call.terms().onlyIfQueued());
    }

    /** Stores it, or finds the one that the same call stored before. */
    Uni<BulkCancel> accept(String organization, BulkCancelBody call, Optional<IdempotencyText> key, Payload body) {
        NewBulkCancel bulk = new NewBulkCancel(
                BulkCancelId.fresh(),
                organization,
                call.target(),
                call.terms().reason(),
                call.terms().onlyIfQueued(),
                key.map(text -> IdempotencyKey.of(text.value(), CALL, body, jobs.lifetime()))
                        .orElse(null));
        return createBulkCancel
                .create(bulk, config.runningPerOrganization())
                .map(created -> accepted(created, call.target()));
    }

    /** The bulk cancel at its end, or as it is when patience is over. */
    Uni<BulkCancel> settle(BulkCancel bulk) {
        if (bulk.isCompleted()) {
            return Uni.createFrom().item(bulk);
        }
        BulkRef ref = new BulkRef(bulk.organization(), bulk.id());
        Uni<Void> over = turns.begin(ref);
        if (config.patience().isZero()) {
            over.subscribe().with(ignored -> {});
            return Uni.createFrom().item(bulk);
        }
        long deadline = System.nanoTime() + config.patience().toNanos();
        // Turns and timers end elsewhere; an answer is written where its call came in.
        Context context = Vertx.currentContext();
        return over.ifNoItem()
                .after(config.patience())
                .recoverWithUni(Uni.createFrom().voidItem())
                .chain(() -> look(ref, deadline))
                // It is stored, whatever becomes of the connection now.
                .onFailure(TryAgain::isLoss)
                .recoverWithItem(bulk)
                .emitOn(step -> context.runOnContext(ignored -> step.run()));
    }

    /** This process may have had to leave it to another one. */
    private Uni<BulkCancel> look(BulkRef ref, long deadline) {
        return findBulkCancels
                .byId(ref)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problems.bulkCancelNotFound())))
                .chain(bulk -> bulk.isCompleted() || System.nanoTime() - deadline >= 0
                        ? Uni.createFrom().item(bulk)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(PAUSE)
                                .chain(() -> look(ref, deadline)));
    }

    private BulkCancel accepted(BulkCreated created, BulkTarget target) {
        if (created instanceof BulkCreated.Stored stored) {
            meters.accepted(target instanceof BulkTarget.Matching);
            return stored.bulk();
        }
        if (created instanceof BulkCreated.Repeated repeated) {
            return repeated.bulk();
        }
        if (created instanceof BulkCreated.KeyUsedOtherwise otherwise) {
            throw new ProblemException(new Problem(
                    409,
                    "idempotency_key_reused",
                    "This Idempotency-Key was already used with another body; use a new key for a new bulk cancel.",
                    Map.of("bulk_cancel_id", otherwise.holder().value()),
                    null));
        }
        throw new ProblemException(new Problem(
                429,
                "running_bulk_cancels_quota",
                "This organization already has its limit of " + config.runningPerOrganization()
                        + " running bulk cancels.",
                Map.of("limit", config.runningPerOrganization()),
                RETRY_AFTER));
    }
}
