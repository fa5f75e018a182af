package dev.docket.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for an order of a job's calls, each between its call and its return, that the sequential model allows: the
 * search of Wing and Gong, which remembers configurations as Lowe proposed. What executors do is unseen, so that not
 * one state is carried along but all those the job may be in. A call without an answer may be ordered at any time after
 * it was made, or left out.
 */
final class Linearize {
    /** Beyond it the search is taken for lost: a history is to be made of fewer calls at once. */
    private static final int MOST_CONFIGURATIONS = 2_000_000;

    private final List<Moment> moments;
    private final InternalSteps steps;
    private final Set<Configuration> seen = new HashSet<>();
    private final Deque<Operation> order = new ArrayDeque<>();
    private List<Operation> furthest = List.of();
    private Set<JobState> furthestStates = Set.of(JobState.NOT_THERE);

    private Linearize(JobHistory history) {
        this.moments = moments(history);
        this.steps = new InternalSteps(history.paper());
    }

    /** @param after the place of the moment of the same call that comes before, or -1 */
    private record Moment(Operation operation, Point point, int after) {
        boolean isLook() {
            return !operation.call().isChange() || operation.answer() instanceof Answer.Refused;
        }
    }

    private record Configuration(BitSet done, Set<JobState> states) {}

    static Judgement check(JobHistory history) {
        Linearize search = new Linearize(history);
        return search.complete(new BitSet(), Set.of(JobState.NOT_THERE))
                ? new Judgement.Linearizable(search.seen.size())
                : new Judgement.Contradictory(search.furthest, search.furthestStates);
    }

    /** The calls that returned first are tried first: their order is the likeliest. */
    private static List<Moment> moments(JobHistory history) {
        List<Moment> moments = new ArrayList<>();
        history.operations().stream()
                .sorted(Comparator.comparingLong(Operation::returned).thenComparingLong(Operation::called))
                .forEach(operation -> add(moments, operation));
        return moments;
    }

    private static void add(List<Moment> moments, Operation operation) {
        int before = -1;
        for (Point point : Points.of(operation)) {
            moments.add(new Moment(operation, point, before));
            before = moments.size() - 1;
        }
    }

    private boolean complete(BitSet done, Set<JobState> states) {
        long horizon = horizon(done);
        if (horizon == Operation.NEVER) {
            return true;
        }
        if (!seen.add(new Configuration((BitSet) done.clone(), states))) {
            return false;
        }
        if (seen.size() > MOST_CONFIGURATIONS) {
            throw new IllegalStateException("more than " + MOST_CONFIGURATIONS + " configurations");
        }
        remember(states);
        for (int next = done.nextClearBit(0); next < moments.size(); next = done.nextClearBit(next + 1)) {
            if (mayComeNext(next, done, horizon)) {
                Set<JobState> after = through(moments.get(next).point(), states);
                if (completeWith(next, done, after)) {
                    return true;
                }
                if (moments.get(next).isLook() && after.equals(states)) {
                    // A look that rules nothing out may as well come now: no other order can do better.
                    return false;
                }
            }
        }
        return false;
    }

    private boolean completeWith(int next, BitSet done, Set<JobState> after) {
        if (after.isEmpty()) {
            return false;
        }
        done.set(next);
        order.addLast(moments.get(next).operation());
        boolean found = complete(done, after);
        order.removeLast();
        done.clear(next);
        return found;
    }

    /** Nothing may be ordered behind a call that returned before it was made. */
    private boolean mayComeNext(int next, BitSet done, long horizon) {
        Moment moment = moments.get(next);
        boolean isInTurn = moment.after() < 0 || done.get(moment.after());
        return isInTurn && moment.operation().called() <= horizon;
    }

    /** The first return among the moments still to come; NEVER when all that is left may be left out. */
    private long horizon(BitSet done) {
        int first = done.nextClearBit(0);
        return first < moments.size() ? moments.get(first).operation().returned() : Operation.NEVER;
    }

    private Set<JobState> through(Point point, Set<JobState> states) {
        Set<JobState> after = new LinkedHashSet<>();
        for (JobState state : states) {
            for (JobState reached : steps.from(state)) {
                JobState next = point.through(reached);
                if (next != null) {
                    after.add(next);
                }
            }
        }
        return after;
    }

    private void remember(Set<JobState> states) {
        if (order.size() >= furthest.size()) {
            furthest = List.copyOf(order);
            furthestStates = states;
        }
    }
}
