package dev.docket.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Times of one kind, in milliseconds, as they are reported.
 *
 * @param count how many there were
 */
public record Latencies(int count, double p50, double p95, double p99, double most) {
    public static Latencies ofNanos(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    /** The nearest rank: the smallest measured time that the share of all times does not exceed. */
    private static double at(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    public String row() {
        return String.format(Locale.ROOT, "%8.1f %8.1f %8.1f %8.1f", p50, p95, p99, most);
    }
}
