package dev.docket.history;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that is asked of the history of one job; the plain rules first, because they say more when they fail. */
final class CheckHistory {
    private CheckHistory() {}

    /** The first violation, if any. */
    static Optional<Violation> check(JobHistory history) {
        return Stream.<Function<JobHistory, Optional<Violation>>>of(
                        ViewRules::check, EndsStay::check, AttemptsRise::check, CheckHistory::checkOrder)
                .map(rule -> rule.apply(history))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Violation> checkOrder(JobHistory history) {
        return Linearize.check(history) instanceof Judgement.Contradictory
                ? Optional.of(contradiction(Shrink.toTheLeast(history)))
                : Optional.empty();
    }

    private static Violation contradiction(JobHistory least) {
        Judgement judgement = Linearize.check(least);
        String where = judgement instanceof Judgement.Contradictory known
                ? " After " + HistoryTable.numbers(known.furthest()) + " it could only be "
                        + HistoryTable.states(known.states()) + "."
                : "";
        return new Violation("No order of these calls is one that a job can go through." + where, least);
    }
}
