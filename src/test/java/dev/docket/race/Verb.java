package dev.docket.race;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.Payload;
import dev.docket.store.CancelBatch;
import dev.docket.store.CancelJob;
import dev.docket.store.CancelRequest;
import dev.docket.store.ClaimJobs;
import dev.docket.store.ConfirmStop;
import dev.docket.store.DeleteJobs;
import dev.docket.store.ExpireJobs;
import dev.docket.store.FailUnstarted;
import dev.docket.store.HandBack;
import dev.docket.store.Heartbeat;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import dev.docket.store.PromoteParked;
import dev.docket.store.RescueRuns;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settlement;
import dev.docket.store.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** What can happen to a job, each by the store's own class, with its answer in words. */
public enum Verb {
    CLAIM((store, caller) -> store.get(ClaimJobs.class)
            .claim(lanes(), Stage.OWNER, Duration.ofMinutes(1))
            .map(Answers::of)),
    HEARTBEAT((store, caller) -> store.get(Heartbeat.class)
            .beat(List.of(Stage.RUN), Stage.OWNER, Duration.ofMinutes(1))
            .map(held -> Answers.of(held, "kept", "lost"))),
    CANCEL((store, caller) -> cancel(store, "cancel of the " + caller, false)),
    CANCEL_QUEUED((store, caller) -> cancel(store, "cancel of the " + caller, true)),
    SAME_CANCEL((store, caller) -> cancel(store, "cancel of the first", false)),
    BULK_CANCEL(
            (store, caller) -> store.get(CancelBatch.class).next(Stage.BULK, 10).map(Answers::of)),
    COMPLETE((store, caller) -> settle(store, new Verdict.Complete(200, Payload.of("[]".getBytes())))),
    FAIL((store, caller) -> settle(store, new Verdict.Fail(error(ErrorCode.DOCUMENT_DAMAGED)))),
    FAIL_FOR_NOW((store, caller) ->
            settle(store, new Verdict.Again(error(ErrorCode.PROCESSOR_FAILED), Duration.ofHours(1)))),
    VALIDATED((store, caller) -> settle(store, new Verdict.Validated(3, null))),
    HAND_BACK((store, caller) -> store.get(HandBack.class)
            .runs(List.of(Stage.RUN), Stage.OWNER)
            .map(back -> Answers.of(back, "handed back", "not held"))),
    STRAYS((store, caller) -> store.get(HandBack.class)
            .strays(Stage.BYSTANDERS, Stage.OWNER)
            .map(back -> Answers.of(back, "handed back", "none"))),
    CONFIRM((store, caller) -> store.get(ConfirmStop.class)
            .confirm(Stage.RUN, 0)
            .map(elapsed -> elapsed.isPresent() ? "noted" : "nothing")),
    PROMOTE((store, caller) -> store.get(PromoteParked.class).promote(10, 0).map(done -> Answers.of(done.jobs()))),
    EXPIRE((store, caller) -> store.get(ExpireJobs.class).expire(10, 0).map(Answers::of)),
    RESCUE((store, caller) ->
            store.get(RescueRuns.class).rescue(10, 0, Duration.ZERO).map(rescued -> Answers.of(rescued.size()))),
    FAIL_UNSTARTED((store, caller) -> store.get(FailUnstarted.class).fail(10, 0).map(Answers::of)),
    RETRY((store, caller) -> retry(store, "retry of the " + caller)),
    SAME_RETRY((store, caller) -> retry(store, "retry of the first")),
    DELETE((store, caller) ->
            store.get(DeleteJobs.class).delete(10, 0, Duration.ofDays(1)).map(Answers::of)),
    /** Nobody's statement: the job's time runs out while the others wait for its row. */
    TIME((store, caller) ->
            store.get(Pool.class).query("""
                    with late as (
                        update job set expires_at = clock_timestamp()
                        where organization_id = 'org_m' and id = '%1$s'
                        returning expires_at
                    )
                    update job_facts f set expires_at = late.expires_at
                    from late
                    where f.organization_id = 'org_m' and f.id = '%1$s'
                    """.formatted(Stage.JOB)).execute().replaceWith("passed"));

    private final BiFunction<Store, String, Uni<String>> deed;

    Verb(BiFunction<Store, String, Uni<String>> deed) {
        this.deed = deed;
    }

    /** The caller's name keeps two cancels or retries apart. */
    public Uni<String> run(Store store, String caller) {
        return Uni.createFrom().deferred(() -> deed.apply(store, caller));
    }

    public static Verb of(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** For example {@code hand back}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static List<LaneClaim> lanes() {
        return List.of(new LaneClaim(new Lane(Stage.ORGANIZATION, Stage.ENDPOINT), 0, 10, 0, 0));
    }

    private static Uni<String> cancel(Store store, String token, boolean onlyIfQueued) {
        return store.get(CancelJob.class)
                .cancel(new CancelRequest(Stage.ORGANIZATION, Stage.JOB, token, token, onlyIfQueued))
                .map(Answers::of);
    }

    private static Uni<String> retry(Store store, String token) {
        return store.get(RetryJob.class)
                .retry(new RetryRequest(Stage.ORGANIZATION, Stage.JOB, token, Duration.ofDays(7), 3))
                .map(Answers::of);
    }

    private static Uni<String> settle(Store store, Verdict verdict) {
        return store.get(SettleRuns.class)
                .alone(new Settlement(Stage.RUN, verdict))
                .map(Answers::of);
    }

    private static JobError error(ErrorCode code) {
        return new JobError(code, "It is broken.");
    }
}
