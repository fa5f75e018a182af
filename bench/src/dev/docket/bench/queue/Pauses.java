package dev.docket.bench.queue;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Random pauses of 125 to 375 ms: at a fixed distance all samples would fall into the same phase of a poll. */
final class Pauses {
    private static final int LEAST = 125;
    private static final int RANGE = 250;
    private static final long SEED = 20260101;

    private final Random random = new Random(SEED);

    void next() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(LEAST + random.nextInt(RANGE));
    }
}
