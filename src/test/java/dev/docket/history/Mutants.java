package dev.docket.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Good histories made bad, and how many of them the order of the calls gives away. */
final class Mutants {
    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<JobHistory> missed = new ArrayList<>();
    private final Random random;

    Mutants(long seed) {
        this.random = new Random(seed);
    }

    void plant(JobHistory good) {
        for (PlantedFault fault : PlantedFault.values()) {
            Optional<JobHistory> planted = fault.in(good, random);
            if (planted.isPresent() && !isRefused("planted " + fault, planted.get())) {
                missed.add(planted.get());
            }
        }
    }

    void change(JobHistory good, int draws) {
        for (RandomChange change : RandomChange.values()) {
            for (int i = 0; i < draws; i++) {
                change.of(good, random).ifPresent(changed -> isRefused("random " + change, changed));
            }
        }
    }

    /** Planted faults that were taken for good: there must be none. */
    List<JobHistory> missed() {
        return missed;
    }

    /** In hundredths, of all changes whose names begin so. */
    long shareRefused(String beginning) {
        long made = 0;
        long refused = 0;
        for (Map.Entry<String, int[]> count : counts.entrySet()) {
            if (count.getKey().startsWith(beginning)) {
                made += count.getValue()[0];
                refused += count.getValue()[1];
            }
        }
        return made == 0 ? 0 : refused * 100 / made;
    }

    int made(PlantedFault fault) {
        return counts.getOrDefault("planted " + fault, new int[2])[0];
    }

    private boolean isRefused(String name, JobHistory history) {
        boolean refused = Linearize.check(history) instanceof Judgement.Contradictory;
        int[] count = counts.computeIfAbsent(name, unused -> new int[2]);
        count[0]++;
        count[1] += refused ? 1 : 0;
        return refused;
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(count -> String.format(
                        "%6d of %6d refused: %s", count.getValue()[1], count.getValue()[0], count.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
