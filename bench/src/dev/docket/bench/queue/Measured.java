package dev.docket.bench.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A figure with what else was true of it.
 *
 * @param before the limits right before, in jobs a second
 * @param after the limits right after
 * @param busyElsewhere what part of the processors others used just before, from 0 to 1
 */
record Measured(Figure figure, Map<Limit, Double> before, Map<Limit, Double> after, double busyElsewhere) {
    /** The rate beside the mean of the limit before and after. */
    double ratio(Limit limit) {
        return figure.rate() * 2 / (before.get(limit) + after.get(limit));
    }

    /** All ratios, by the names of their limits. */
    @JsonProperty
    Map<String, Double> ratios() {
        return before.keySet().stream().collect(Collectors.toMap(Limit::label, this::ratio));
    }

    @JsonProperty
    double rate() {
        return figure.rate();
    }
}
