package dev.docket.api;

import dev.docket.job.Payload;
import dev.docket.store.NewJob;
import dev.docket.tenant.QuotaExceededException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes jobs out of the entries of a batch. Each stands for itself: what is wrong with one is its own outcome, and the
 * others are stored. Small ones without keys go to the database together.
 */
@ApplicationScoped
class AcceptJobs {
    /** Entries that need a connection of their own take few at a time, so that other calls find one too. */
    private static final int SINGLES_AT_ONCE = 4;

    private final BodyWork bodyWork;
    private final CheckCreate checkCreate;
    private final AcceptJob acceptJob;

    AcceptJobs(BodyWork bodyWork, CheckCreate checkCreate, AcceptJob acceptJob) {
        this.bodyWork = bodyWork;
        this.checkCreate = checkCreate;
        this.acceptJob = acceptJob;
    }

    /** An entry by its place: either a job to store, or the problem that it has already. */
    private record Entry(int index, NewJob job, Problem problem) {
        boolean isStored() {
            return job != null;
        }
    }

    /** The outcomes in the order of the entries. */
    Uni<List<BatchOutcome>> accept(String organization, Payload body, RoutingContext call) {
        return bodyWork.run(body, whole -> entries(organization, whole)).chain(entries -> store(entries, call));
    }

    private List<Entry> entries(String organization, Payload body) {
        List<Payload> items = BatchBody.read(body);
        return IntStream.range(0, items.size())
                .mapToObj(index -> entry(organization, index, items.get(index)))
                .toList();
    }

    private Entry entry(String organization, int index, Payload item) {
        try {
            return new Entry(index, checkCreate.ofItem(organization, item), null);
        } catch (ProblemException refused) {
            return new Entry(index, null, refused.problem());
        }
    }

    private Uni<List<BatchOutcome>> store(List<Entry> entries, RoutingContext call) {
        BatchOutcome[] outcomes = new BatchOutcome[entries.size()];
        List<Entry> admitted = new ArrayList<>(entries.size());
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> admit(entry, call)
                        .invoke(outcome -> outcome.ifPresentOrElse(
                                decided -> outcomes[entry.index()] = decided, () -> admitted.add(entry))))
                .collect()
                .last()
                .chain(() -> putAll(admitted, outcomes, call))
                .map(done -> Arrays.asList(outcomes));
    }

    /** Empty when the entry may be stored. */
    private Uni<Optional<BatchOutcome>> admit(Entry entry, RoutingContext call) {
        if (!entry.isStored()) {
            return Uni.createFrom().item(Optional.of(new BatchOutcome.Refused(entry.problem())));
        }
        NewJob job = entry.job();
        return acceptJob
                .admit(job)
                .map(admitted -> Optional.<BatchOutcome>empty())
                .onFailure()
                .recoverWithUni(refusal ->
                        outcome(acceptJob.refused(job, refusal), call).map(Optional::of));
    }

    private Uni<Void> putAll(List<Entry> entries, BatchOutcome[] outcomes, RoutingContext call) {
        List<Entry> together =
                entries.stream().filter(entry -> entry.job().canShare()).toList();
        List<Entry> singles =
                entries.stream().filter(entry -> !entry.job().canShare()).toList();
        return putAll(together, BatchBody.MOST, outcomes, call)
                .chain(() -> putAll(singles, SINGLES_AT_ONCE, outcomes, call));
    }

    private Uni<Void> putAll(List<Entry> entries, int atOnce, BatchOutcome[] outcomes, RoutingContext call) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUni(entry ->
                        outcome(acceptJob.put(entry.job()), call).invoke(outcome -> outcomes[entry.index()] = outcome))
                .merge(atOnce)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<BatchOutcome> outcome(Uni<Answered> stored, RoutingContext call) {
        return stored.<BatchOutcome>map(accepted -> new BatchOutcome.Accepted(accepted.job()))
                .onFailure()
                .recoverWithItem(failure -> new BatchOutcome.Refused(problem(failure, call)));
    }

    private static Problem problem(Throwable failure, RoutingContext call) {
        if (failure instanceof ProblemException refused) {
            return refused.problem();
        }
        return failure instanceof QuotaExceededException full
                ? Problems.queuedJobsQuota(full.limit(), full.retryAfter())
                : ProblemMapping.problemOf(failure, call);
    }
}
