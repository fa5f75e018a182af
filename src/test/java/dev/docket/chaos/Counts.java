package dev.docket.chaos;

import java.time.Duration;

/** What is counted over the whole life of a fleet. */
record Counts(int jobs, int cancelled, int doubles, int late, int calls, int keys) {
    static Counts of(Fleet fleet) {
        return new Counts(
                fleet.database().count("select count(*) from job"),
                fleet.database().count("select count(*) from job where status = 'cancelled'"),
                Transitions.doubles(fleet.database()),
                (int) fleet.metric("docket_result_late_total"),
                fleet.effects().calls(),
                fleet.effects().keys());
    }

    /** What a scenario has added; a job that no client knows of was made twice. */
    Figures since(Counts before, String scenario, Load load, int lost, Duration recovery) {
        int known = load.jobs().size();
        return new Figures(
                scenario,
                known,
                cancelled - before.cancelled,
                lost,
                doubles - before.doubles + (jobs - before.jobs - known),
                Math.max(0, late - before.late),
                calls - before.calls,
                keys - before.keys,
                recovery);
    }
}
