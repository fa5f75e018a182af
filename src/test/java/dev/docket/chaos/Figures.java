package dev.docket.chaos;

import java.time.Duration;

/**
 * What came of a scenario.
 *
 * @param jobs accepted during it
 * @param cancelled of them, at the end
 * @param lost accepted and not there, or never ended
 * @param doubles lives of jobs that ended twice, jobs that no client knows of, and effects under a key of no life
 * @param late results that came too late and were dropped, as far as the processes lived to tell
 * @param calls at the upstream service
 * @param keys under how many idempotency keys those were
 * @param recovery from the end of the fault until every job had ended
 */
record Figures(
        String scenario,
        int jobs,
        int cancelled,
        int lost,
        int doubles,
        int late,
        int calls,
        int keys,
        Duration recovery) {
    static final String HEAD =
            "| Scenario | Jobs | Cancelled | Lost | Doubles | Late results | Upstream calls / keys | Recovery |\n"
                    + "| --- | --- | --- | --- | --- | --- | --- | --- |";

    String row() {
        return String.format(
                "| %s | %d | %d | %d | %d | %d | %d / %d | %.1f s |",
                scenario, jobs, cancelled, lost, doubles, late, calls, keys, recovery.toMillis() / 1000.0);
    }
}
