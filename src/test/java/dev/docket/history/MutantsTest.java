package dev.docket.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Good histories, of a simulated service, made bad. The long run does the same to recorded ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutantsTest {
    private static final int HISTORIES = 150;
    private static final int DRAWS = 5;

    private final Mutants mutants = new Mutants(1);

    @BeforeAll
    void make_them() {
        List<JobHistory> good = LongStream.range(0, HISTORIES)
                .mapToObj(seed -> SimulatedJob.of(seed, Fault.NONE).history())
                .toList();
        good.forEach(mutants::plant);
        good.forEach(history -> mutants.change(history, DRAWS));
    }

    @Test
    void no_planted_fault_is_accepted() {
        assertThat(mutants.missed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_was_planted_somewhere(PlantedFault fault) {
        assertThat(mutants.made(fault)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void most_random_changes_are_refused(RandomChange change) {
        assertThat(mutants.shareRefused("random " + change)).isGreaterThan(change == RandomChange.SHIFT ? 40 : 70);
    }
}
