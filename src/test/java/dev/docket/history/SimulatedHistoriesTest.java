package dev.docket.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker against a service whose faults are known, over many seeded lives. */
class SimulatedHistoriesTest {
    private static final int LIVES = 2_000;
    private static final int SHARE_FOUND = 70;

    @Test
    void no_life_under_a_right_service_is_refused() {
        assertThat(lives(Fault.NONE))
                .allSatisfy(
                        life -> assertThat(CheckHistory.check(life.history())).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void most_lives_that_a_fault_has_struck_are_refused_and_no_other(Fault fault) {
        List<SimulatedJob.Life> lives = lives(fault);
        List<SimulatedJob.Life> struck =
                lives.stream().filter(SimulatedJob.Life::struck).toList();
        long found = struck.stream().filter(SimulatedHistoriesTest::isRefused).count();

        assertThat(struck).hasSizeGreaterThan(50);
        // A fault whose effect no call has met cannot be told from none.
        assertThat(found).isGreaterThan(struck.size() * SHARE_FOUND / 100);
        assertThat(lives).filteredOn(life -> !life.struck()).noneMatch(SimulatedHistoriesTest::isRefused);
    }

    private static List<SimulatedJob.Life> lives(Fault fault) {
        return LongStream.range(0, LIVES)
                .mapToObj(seed -> SimulatedJob.of(seed, fault))
                .toList();
    }

    /** By the order of the calls alone. */
    private static boolean isRefused(SimulatedJob.Life life) {
        return Linearize.check(life.history()) instanceof Judgement.Contradictory;
    }
}
