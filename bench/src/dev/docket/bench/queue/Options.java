package dev.docket.bench.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked for on the command line.
 *
 * @param scenarios by name, in the order in which they run; empty for all
 * @param scale what every number of jobs is multiplied by
 * @param name of the file that the figures are written to
 * @param seconds how long a load at a given rate goes on
 * @param rate calls a second of such a load; 0 for what suits the scenario
 * @param minutes how long a transaction is held open against the vacuum
 * @param limitSeconds how long each limit is taken for
 * @param rows of jobs that are over, one comparison for each number
 */
record Options(
        List<String> scenarios,
        double scale,
        String name,
        int seconds,
        int rate,
        double minutes,
        int limitSeconds,
        List<Long> rows) {
    static final int CALLERS = 16;

    static Options parse(String... words) {
        List<String> scenarios = List.of();
        double scale = 1;
        String name = "queue";
        int seconds = 20;
        int rate = 0;
        double minutes = 2;
        int limitSeconds = 2;
        List<Long> rows = List.of(1_000_000L);
        List<String> rest = new ArrayList<>(Arrays.asList(words));
        while (!rest.isEmpty()) {
            String word = rest.remove(0);
            switch (word) {
                case "--scale" -> scale = Double.parseDouble(value(word, rest));
                case "--name" -> name = value(word, rest);
                case "--seconds" -> seconds = Integer.parseInt(value(word, rest));
                case "--rate" -> rate = Integer.parseInt(value(word, rest));
                case "--minutes" -> minutes = Double.parseDouble(value(word, rest));
                case "--limit-seconds" -> limitSeconds = Integer.parseInt(value(word, rest));
                case "--rows" ->
                    rows = Arrays.stream(value(word, rest).split(","))
                            .map(Long::valueOf)
                            .toList();
                default -> scenarios = List.of(word.split(","));
            }
        }
        return new Options(scenarios, scale, name, seconds, rate, minutes, limitSeconds, rows);
    }

    /** So many jobs, by the scale, but no fewer than a hundred. */
    int scaled(int jobs) {
        return (int) Math.max(100, Math.round(jobs * scale));
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.remove(0);
    }
}
