package dev.docket.bench.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Drains of the same jobs in two circumstances, in turns: by what part of the one rate the other is reached. */
final class Comparison {
    private final List<Measured> plain = new ArrayList<>();
    private final List<Measured> burdened = new ArrayList<>();

    void add(Measured withoutBurden, Measured withBurden) {
        plain.add(withoutBurden);
        burdened.add(withBurden);
    }

    /** Medians of the turns; normalized by the limit that was taken beside each. */
    Figure figure(String scenario, String variant) {
        return new Figure(scenario, variant, 0, 0, null, null, Map.of())
                .with("rate, part of", part(Measured::rate))
                .with("normalized", part(drain -> drain.ratio(Limit.CLAIM100)))
                .with("CPU, times", part(Comparison::cpu));
    }

    private double part(ToDoubleFunction<Measured> value) {
        double[] parts = new double[plain.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value.applyAsDouble(burdened.get(i)) / value.applyAsDouble(plain.get(i));
        }
        Arrays.sort(parts);
        return parts[parts.length / 2];
    }

    private static double cpu(Measured drain) {
        Map<String, Double> micros = drain.figure().costs().cpuMicros();
        return micros.get("service") + micros.get(Costs.POSTGRESQL);
    }
}
