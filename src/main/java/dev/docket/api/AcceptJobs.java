package dev.docket.api;

import dev.docket.job.Payload;
import dev.docket.store.NewJob;
import dev.docket.tenant.QuotaExceededException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes jobs out of the entries of a batch. Each stands for itself: what is wrong with one is its own outcome, and the
 * others are stored. Small ones without keys go to the database together.
 */
@Singleton
class AcceptJobs {
    /** Entries that need a connection of their own take few at a time, so that other calls find one too. */
    private static final int SINGLES_AT_ONCE = 4;

    /** Entries that are checked and stored together. */
    private static final int PART = 250;

    private static final int PARTS_AT_ONCE = BatchBody.MOST / PART;

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

    /** The outcomes in the order of the entries. One part is checked while those before it are stored. */
    Uni<List<BatchOutcome>> accept(String organization, Payload body, RoutingContext call) {
        return bodyWork.run(body, BatchBody::read).chain(items -> accept(organization, items, call));
    }

    private Uni<List<BatchOutcome>> accept(String organization, List<Payload> items, RoutingContext call) {
        BatchOutcome[] outcomes = new BatchOutcome[items.size()];
        List<Entry> singles = new ArrayList<>();
        return Multi.createFrom()
                .range(0, (items.size() + PART - 1) / PART)
                .onItem()
                .transformToUniAndConcatenate(part ->
                        check(organization, items, part * PART).chain(entries -> admitAll(entries, outcomes, call)))
                .onItem()
                .transformToUni(admitted -> putTogether(admitted, singles, outcomes, call))
                .merge(PARTS_AT_ONCE)
                .collect()
                .last()
                .chain(() -> putAll(singles, SINGLES_AT_ONCE, outcomes, call))
                .map(done -> Arrays.asList(outcomes));
    }

    private Uni<List<Entry>> check(String organization, List<Payload> items, int from) {
        int to = Math.min(items.size(), from + PART);
        int bytes = items.subList(from, to).stream().mapToInt(Payload::length).sum();
        return bodyWork.run(
                bytes,
                () -> IntStream.range(from, to)
                        .mapToObj(index -> entry(organization, index, items.get(index)))
                        .toList());
    }

    private Entry entry(String organization, int index, Payload item) {
        try {
            return new Entry(index, checkCreate.ofItem(organization, item), null);
        } catch (ProblemException refused) {
            return new Entry(index, null, refused.problem());
        }
    }

    /** Those that may be stored; of the others the outcome is known. */
    private Uni<List<Entry>> admitAll(List<Entry> entries, BatchOutcome[] outcomes, RoutingContext call) {
        List<Entry> admitted = new ArrayList<>(entries.size());
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> admit(entry, call)
                        .invoke(outcome -> outcome.ifPresentOrElse(
                                decided -> outcomes[entry.index()] = decided, () -> admitted.add(entry))))
                .collect()
                .last()
                .replaceWith(admitted);
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

    /** Stores those that share statements; the others are left for the end, few at a time. */
    private Uni<Void> putTogether(
            List<Entry> admitted, List<Entry> singles, BatchOutcome[] outcomes, RoutingContext call) {
        Map<Boolean, List<Entry>> byKind = admitted.stream()
                .collect(Collectors.partitioningBy(entry -> entry.job().canShare()));
        singles.addAll(byKind.get(false));
        return putAll(byKind.get(true), PART, outcomes, call);
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
