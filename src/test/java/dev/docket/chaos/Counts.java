package dev.docket.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is counted over the whole life of a fleet. */
record Counts(int jobs, int cancelled, int doubles, int late, int calls, int keys) {
    static Counts of(Fleet fleet) {
        return new Counts(
                fleet.database().sql().count("select count(*) from job"),
                fleet.database().sql().count("select count(*) from job where status = 'cancelled'"),
                Transitions.doubles(fleet.database().sql()),
                (int) fleet.metric("docket_result_late_total"),
                fleet.effects().calls(),
                fleet.effects().keys());
    }

    /** What a scenario has added, with what every job of its clients came to. */
    Figures since(Counts before, Scenario scenario, Load load, Effects effects, Duration recovery) {
        List<JobStory> known = load.jobs();
        int madeTwice = jobs - before.jobs - known.size();
        Set<String> lives = known.stream().flatMap(JobStory::lives).collect(Collectors.toSet());
        return new Figures(
                scenario.word(),
                known.size(),
                cancelled - before.cancelled,
                load.lost(),
                doubles - before.doubles + madeTwice + effects.strange(before.keys, lives),
                Math.max(0, late - before.late),
                calls - before.calls,
                keys - before.keys,
                recovery);
    }
}
