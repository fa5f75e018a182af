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
    private final Set<Bit> taken;

    /** @param taken where entries begin that another array has already */
    RepeatedLabels(FindCandidates candidates, CollectTargets asked, Set<Bit> taken) {
        this.candidates = candidates;
        this.taken = taken;
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
        all.sort(Comparator.comparing(Candidate::at, Bit.ORDER).thenComparing(one -> -one.likelihood()));
        if (all.isEmpty() || !taken.add(all.get(0).at())) {
            return Optional.empty();
        }
        Target first = all.get(0).target();
        List<Map<String, Candidate>> rows = new ArrayList<>();
        for (Candidate candidate : all) {
            Candidate before = rows.isEmpty() ? null : rows.get(rows.size() - 1).get(first.path());
            boolean begins = candidate.target() == first
                    && (before == null || !before.at().isSame(candidate.at()));
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
