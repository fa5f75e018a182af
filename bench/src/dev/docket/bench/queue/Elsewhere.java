package dev.docket.bench.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The other load of the machine, while nothing of ours runs. */
final class Elsewhere {
    private static final double QUIET = 0.3;
    private static final int LOOKS = 8;
    private static final int IDLE = 3;
    private static final int WAITS = 4;

    private Elsewhere() {}

    /** Waits a few seconds for others to be quiet; what part of the processors they use now, from 0 to 1. */
    static double awaitQuiet() throws IOException, InterruptedException {
        double busy = 1;
        for (int i = 0; i < LOOKS && busy > QUIET; i++) {
            long[] before = times();
            TimeUnit.MILLISECONDS.sleep(500);
            long[] after = times();
            long idle = after[IDLE] + after[WAITS] - before[IDLE] - before[WAITS];
            busy = 1
                    - idle
                            / (double) (Arrays.stream(after).sum()
                                    - Arrays.stream(before).sum());
        }
        return Math.round(busy * 100) / 100.0;
    }

    /** The first line: time of all processors together, by what they did. */
    private static long[] times() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/stat")).get(0);
        return Arrays.stream(line.split("\\s+"))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
