package dev.docket.bench.queue;

import dev.docket.bench.Latencies;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the table.
 *
 * @param scenario what was done
 * @param variant how
 * @param jobs that it was done with
 * @param seconds it took
 * @param latencies null where none were taken
 * @param costs null where none were taken
 * @param more figures that only this scenario has, by name
 */
record Figure(
        String scenario,
        String variant,
        long jobs,
        double seconds,
        Latencies latencies,
        Costs costs,
        Map<String, Double> more) {
    static Figure of(String scenario, String variant, Load load, Costs costs) {
        Figure figure = new Figure(scenario, variant, load.calls(), load.seconds(), load.latencies(), costs, Map.of());
        return load.failed() == 0 ? figure : figure.with("failed", load.failed());
    }

    static Figure of(String scenario, String variant, Latencies latencies) {
        return new Figure(scenario, variant, latencies.count(), 0, latencies, null, Map.of());
    }

    double rate() {
        return seconds == 0 ? 0 : jobs / seconds;
    }

    Figure with(String name, double value) {
        Map<String, Double> extended = new LinkedHashMap<>(more);
        extended.put(name, value);
        return new Figure(scenario, variant, jobs, seconds, latencies, costs, extended);
    }
}
