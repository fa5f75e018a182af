package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three processes, clients that go on all the time, and one fault after the other. {@code -Dchaos.seconds=60} makes each
 * of them last so long, {@code -Dchaos.scenarios=kill,crash} chooses among them.
 */
class ChaosIT {
    private static final Duration PERIOD = Duration.ofSeconds(Integer.getInteger("chaos.seconds", 4));
    private static final String CHOSEN = System.getProperty("chaos.scenarios", "");
    private static final long SEED = Long.getLong("chaos.seed", 20_261_125L);

    private static final List<Figures> TABLE = new ArrayList<>();

    @TempDir
    static Path directory;

    private static Fleet fleet;

    @BeforeAll
    static void start_three_processes() {
        fleet = Fleet.start(directory);
    }

    @AfterAll
    static void print_the_table_and_stop() {
        if (fleet != null) {
            System.out.println(Figures.HEAD);
            TABLE.forEach(figures -> System.out.println(figures.row()));
            fleet.close();
        }
    }

    static Stream<Scenario> scenarios() {
        List<String> chosen = Arrays.asList(CHOSEN.split(","));
        return Arrays.stream(Scenario.values())
                .filter(scenario -> CHOSEN.isEmpty() || chosen.contains(scenario.word()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_accepted_job_ends_once(Scenario scenario) {
        fleet.awaitReady();
        Counts before = Counts.of(fleet);
        try (Load load = Load.start(fleet, SEED)) {
            scenario.happen(fleet, PERIOD);
            long faultEnded = System.nanoTime();
            load.end();
            Duration recovery = Duration.ofNanos(System.nanoTime() - faultEnded);
            fleet.awaitReady();

            Figures figures = Counts.of(fleet).since(before, scenario, load, fleet.effects(), recovery);
            TABLE.add(figures);
            assertThat(load.complaints()).isEmpty();
            assertThat(figures.lost()).isZero();
            assertThat(figures.doubles()).isZero();
            assertThat(figures.jobs()).isPositive();
        }
    }
}
