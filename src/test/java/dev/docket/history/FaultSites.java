package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds places in a good history where a certain answer would be wrong beyond doubt. What makes it so is that one call
 * was over before the other began, and that no retry can have come between them.
 */
final class FaultSites {
    private final JobHistory history;
    private final Random random;

    FaultSites(JobHistory history, Random random) {
        this.history = history;
        this.random = random;
    }

    record Pair(Operation earlier, Operation later) {}

    JobHistory answered(Operation one, Answer answer) {
        return history.with(operations()
                .map(each -> each == one ? one.answered(answer) : each)
                .toList());
    }

    JobHistory without(Operation one) {
        return history.with(operations().filter(each -> each != one).toList());
    }

    Optional<Operation> look() {
        Operation create = history.operations().get(0);
        return any(operations().filter(one -> isLook(one) && create.precedes(one)));
    }

    /** @param end null for any */
    Optional<Pair> endAndLaterLook(JobStatus end) {
        return pair(
                one -> isFullEnd(one) && (end == null || one.view().status() == end),
                (earlier, later) -> isLook(later) && isOneGeneration(earlier, later));
    }

    /** A cancel that shows another's, of a generation of which that other one is sure to be. */
    Optional<Operation> winnerAndLoser() {
        return pair(FaultSites::hasWon, (winner, loser) -> !hasWon(loser) && shows(loser, winner) && isAlone(loser))
                .map(Pair::later);
    }

    /** A retry without which a job would come back to life. */
    Optional<Operation> neededRetry() {
        return any(operations().filter(retry -> isWonRetry(retry) && isNeeded(retry)));
    }

    Optional<Pair> endAndRefusedCancel() {
        return pair(
                FaultSites::isFullEnd, (end, cancel) -> isRefusedCancel(cancel, 400) && isOneGeneration(end, cancel));
    }

    /** A cancel that was over before a look showed the job alive, in one generation. */
    Optional<Operation> cancelBeforeLife() {
        return pair(
                        one -> one.call() instanceof Call.Cancel cancel && cancel.key() == null,
                        (cancel, look) ->
                                isLook(look) && look.view().status().isLive() && isOneGeneration(cancel, look))
                .map(Pair::earlier);
    }

    Optional<Pair> cancelOfRunningRefused() {
        return pair(
                one -> isLook(one) && one.view().status() == JobStatus.IN_PROGRESS,
                (look, cancel) -> isRefusedCancel(cancel, 409) && isOneGeneration(look, cancel));
    }

    /** A retry and the end of the run that it led to. */
    Optional<Pair> retryAndItsEnd() {
        return pair(
                one -> isWonRetry(one) && ((Call.Retry) one.call()).key() == null,
                (retry, end) -> isFullEnd(end)
                        && end.view().status() != JobStatus.CANCELLED
                        && retry.precedes(end)
                        && retries().allMatch(other -> other == retry || !isWithin(other, retry, end)));
    }

    private boolean isNeeded(Operation retry) {
        return operations().anyMatch(end -> isEnd(end) && end.precedes(retry) && comesBack(end, retry));
    }

    private boolean comesBack(Operation end, Operation retry) {
        return operations()
                .filter(look -> look.view() != null && look.view().status().isLive() && retry.precedes(look))
                .anyMatch(look -> retries().allMatch(other -> other == retry || !isWithin(other, end, look)));
    }

    private Optional<Pair> pair(Predicate<Operation> first, BiPredicate<Operation, Operation> second) {
        List<Pair> pairs = new ArrayList<>();
        operations()
                .filter(first)
                .forEach(earlier -> operations()
                        .filter(later -> second.test(earlier, later))
                        .forEach(later -> pairs.add(new Pair(earlier, later))));
        return any(pairs.stream());
    }

    private <T> Optional<T> any(Stream<T> all) {
        List<T> list = all.toList();
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }

    private Stream<Operation> operations() {
        return history.operations().stream();
    }

    /** Those that have taken the job back, or may have. */
    private Stream<Operation> retries() {
        return operations().filter(one -> one.call() instanceof Call.Retry && (one.isUnknown() || one.view() != null));
    }

    private boolean isOneGeneration(Operation earlier, Operation later) {
        return earlier.precedes(later) && retries().noneMatch(retry -> isWithin(retry, earlier, later));
    }

    private static boolean isWithin(Operation retry, Operation earlier, Operation later) {
        return retry.returned() >= earlier.called() && retry.called() <= later.returned();
    }

    /** Whether no retry touches the cancel, so that what it shows is of the generation it was called in. */
    private boolean isAlone(Operation cancel) {
        return retries().noneMatch(retry -> isWithin(retry, cancel, cancel));
    }

    private static boolean isLook(Operation one) {
        return one.call() instanceof Call.Retrieve && one.view() != null;
    }

    private static boolean isEnd(Operation one) {
        return one.view() != null && !one.view().status().isLive();
    }

    private static boolean isFullEnd(Operation one) {
        return isEnd(one) && one.view().more() != null;
    }

    private static boolean hasWon(Operation one) {
        return one.call() instanceof Call.Cancel cancel
                && cancel.key() == null
                && cancel.reason() != null
                && isFullEnd(one)
                && one.view().status() == JobStatus.CANCELLED
                && Objects.equals(cancel.reason(), one.view().cancellation().reason());
    }

    private static boolean shows(Operation loser, Operation winner) {
        return loser.call() instanceof Call.Cancel cancel
                && cancel.reason() != null
                && cancel.key() == null
                && loser.view() != null
                && loser.view().cancellation() != null
                && Objects.equals(
                        loser.view().cancellation().reason(),
                        winner.view().cancellation().reason());
    }

    private static boolean isWonRetry(Operation one) {
        return one.call() instanceof Call.Retry && one.view() != null;
    }

    private static boolean isRefusedCancel(Operation one, int http) {
        return one.call() instanceof Call.Cancel cancel
                && cancel.key() == null
                && cancel.reason() != null
                && one.answer() instanceof Answer.Refused refused
                && refused.http() == http;
    }
}
