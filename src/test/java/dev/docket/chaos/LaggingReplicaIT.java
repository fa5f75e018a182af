package dev.docket.chaos;

import static dev.docket.chaos.ReplicatedServices.FRESH;
import static dev.docket.chaos.ReplicatedServices.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers who create, cancel and read by either process while the replica stands still, is cut off and goes on. */
class LaggingReplicaIT {
    /** How often the replica is held up at least, and at most on a machine where reads take their time. */
    private static final int TURNS = 24;

    private static final int MOST_TURNS = 300;

    /** How many reads it is to have answered meanwhile. */
    private static final int ANSWERED = 50;

    private static final Duration A_WHILE = Duration.ofMillis(150);

    /** More than patience, so that reads give up and come back. */
    private static final Duration LONG = Duration.ofMillis(1500);

    private static final int READERS = 3;
    private static final int MOST_JOBS = 90;

    @TempDir
    Path directory;

    private final Sightings sightings = new Sightings();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void no_caller_ever_sees_a_job_go_back_or_misses_one() throws Exception {
        try (ReplicatedServices services = ReplicatedServices.start(directory)) {
            services.start("executor");
            services.untilUsed();
            double fresh = fresh(services);
            double primary = services.reader().metric(PRIMARY);
            List<JobCalls> both = List.of(new JobCalls(services.writer()), new JobCalls(services.reader()));
            ExecutorService callers = Executors.newCachedThreadPool();
            List<Future<?>> all = new ArrayList<>();
            all.add(callers.submit(() -> whileItGoesOn(() -> write(both))));
            IntStream.range(0, READERS).forEach(i -> all.add(callers.submit(() -> whileItGoesOn(() -> look(both)))));

            try {
                trouble(services, fresh + ANSWERED);
            } finally {
                over.set(true);
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            callers.shutdown();
            System.out.printf(
                    "lagging replica: %d jobs, %.0f reads of it, %.0f of the primary in its place%n",
                    sightings.jobs().size(),
                    fresh(services) - fresh,
                    services.reader().metric(PRIMARY) - primary);
            assertThat(sightings.complaints()).isEmpty();
            assertThat(fresh(services)).isGreaterThanOrEqualTo(fresh + ANSWERED);
            assertThat(services.reader().metric(PRIMARY)).isGreaterThan(primary);
        }
    }

    private static double fresh(ReplicatedServices services) {
        return services.reader().metric(FRESH);
    }

    private static void trouble(ReplicatedServices services, double enough) {
        for (int turn = 0; turn < TURNS || turn < MOST_TURNS && fresh(services) < enough; turn++) {
            services.standby().pause();
            Pace.hold(turn % 4 == 3 ? LONG : A_WHILE);
            services.standby().resume();
            Pace.hold(A_WHILE);
            if (turn % 4 == 1) {
                services.cutOffStandby();
            }
        }
    }

    private void whileItGoesOn(Runnable deed) {
        while (!over.get()) {
            try {
                deed.run();
            } catch (RuntimeException | AssertionError failure) {
                sightings.failed(failure);
            }
        }
    }

    private void write(List<JobCalls> both) {
        if (sightings.jobs().size() >= MOST_JOBS) {
            look(both);
            return;
        }
        String job = any(both).create(Documents.shortText("a note"));
        sightings.saw(Map.of(), job, "queued");
        if (ThreadLocalRandom.current().nextBoolean()) {
            Map<String, String> before = sightings.before();
            any(both).tryCancel(job).ifPresent(status -> sightings.saw(before, job, status));
        }
        Map<String, String> before = sightings.before();
        sightings.saw(before, job, any(both).status(job));
    }

    private void look(List<JobCalls> both) {
        Map<String, String> before = sightings.before();
        if (ThreadLocalRandom.current().nextInt(3) == 0) {
            sightings.sawAll(before, any(both).list());
        } else if (!before.isEmpty()) {
            String job =
                    List.copyOf(before.keySet()).get(ThreadLocalRandom.current().nextInt(before.size()));
            sightings.saw(before, job, any(both).status(job));
        }
    }

    private static JobCalls any(List<JobCalls> both) {
        return both.get(ThreadLocalRandom.current().nextInt(both.size()));
    }
}
