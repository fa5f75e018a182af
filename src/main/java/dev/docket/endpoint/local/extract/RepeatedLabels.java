package dev.docket.endpoint.local.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds entries that are written one below the other, each with labels of its own. */
final class RepeatedLabels {
    private static final double LEAST = 0.6;

    private final FindCandidates candidates;
    private final CollectTargets asked;

    RepeatedLabels(FindCandidates candidates, CollectTargets asked) {
        this.candidates = candidates;
        this.asked = asked;
    }

    /** Entries that begin with the same label, at least twice. */
    Optional<Entries> find() {
        List<Candidate> all = new ArrayList<>();
        for (Target target : asked.targets()) {
            candidates.of(target, List.of()).stream()
                    .filter(candidate -> candidate.likelihood() >= LEAST)
                    .forEach(all::add);
        }
        all.sort(Comparator.comparingInt((Candidate candidate) -> candidate.at().page())
                .thenComparingInt(candidate -> candidate.at().line())
                .thenComparingInt(candidate -> candidate.at().phrase()));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Target first = all.get(0).target();
        List<Map<String, Candidate>> rows = new ArrayList<>();
        for (Candidate candidate : all) {
            boolean begins = candidate.target() == first
                    && (rows.isEmpty() || rows.get(rows.size() - 1).containsKey(first.path()));
            if (begins) {
                rows.add(new HashMap<>());
            }
            rows.get(rows.size() - 1).merge(candidate.target().path(), candidate, RepeatedLabels::likelier);
        }
        boolean several = rows.size() > 1
                && rows.stream()
                        .allMatch(row -> row.size() > 1 || asked.targets().size() == 1);
        return several ? Optional.of(new Entries(rows, Set.of(), Set.of())) : Optional.empty();
    }

    private static Candidate likelier(Candidate one, Candidate other) {
        return other.likelihood() > one.likelihood() ? other : one;
    }
}
