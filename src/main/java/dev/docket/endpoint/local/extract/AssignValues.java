package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Gives each target the likeliest of its values. A value at one place is for one target, unless another is sure too. */
final class AssignValues {
    private static final double LEAST = 0.42;
    private static final double TAKEN = 0.6;
    private static final double OF_ANOTHER = 0.3;
    private static final double AGREED = 1.03;
    private static final int MOST_A_TARGET = 50;

    private record Entry(Candidate candidate, int order, boolean reduced) {}

    private record Taken(int page, int line, int phrase, String value) {}

    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.<Entry>comparingDouble(entry -> -entry.candidate.likelihood())
                    .thenComparingInt(Entry::order));
    private final Map<String, Candidate> assigned = new HashMap<>();
    private final Map<Taken, Target> taken = new HashMap<>();

    private AssignValues() {}

    /** The values by the paths of their targets. */
    static Map<String, Candidate> assign(List<List<Candidate>> byTarget) {
        AssignValues assign = new AssignValues();
        byTarget.forEach(assign::offer);
        assign.run();
        return assign.assigned;
    }

    private void offer(List<Candidate> candidates) {
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparingDouble(candidate -> -candidate.likelihood()));
        for (Candidate candidate : sorted.subList(0, Math.min(MOST_A_TARGET, sorted.size()))) {
            queue.add(new Entry(candidate, queue.size(), false));
        }
    }

    private void run() {
        while (!queue.isEmpty()) {
            WorkStopped.check();
            Entry entry = queue.poll();
            Candidate candidate = entry.candidate;
            String path = candidate.target().path();
            Candidate before = assigned.get(path);
            if (before != null) {
                agree(before, candidate);
            } else if (isTaken(candidate) && !entry.reduced) {
                queue.add(new Entry(candidate.times(again(candidate)), entry.order, true));
            } else if (candidate.likelihood() >= LEAST) {
                assigned.put(path, candidate);
                if (candidate.at() != null) {
                    taken.put(place(candidate), candidate.target());
                }
            }
        }
    }

    /** A value that stands in two places is surer. */
    private void agree(Candidate before, Candidate other) {
        boolean elsewhere =
                before.at() != null && other.at() != null && !before.at().isSame(other.at());
        if (elsewhere && before.value().equals(other.value())) {
            double surer = Math.min(0.99, before.likelihood() * AGREED);
            assigned.put(before.target().path(), new Candidate(before.target(), before.value(), surer, before.at()));
        }
    }

    /** The same property of two things, as of the buyer and of the seller, has the value of one of them. */
    private double again(Candidate candidate) {
        Target first = taken.get(place(candidate));
        boolean same = first.own().equals(candidate.target().own());
        return same ? OF_ANOTHER : TAKEN;
    }

    private boolean isTaken(Candidate candidate) {
        return candidate.at() != null && taken.containsKey(place(candidate));
    }

    private static Taken place(Candidate candidate) {
        Bit at = candidate.at();
        return new Taken(at.page(), at.line(), at.phrase(), candidate.value().asText());
    }
}
