package dev.docket.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.JobId;
import dev.docket.store.RunRef;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final int FREE = 8;

    private final Circuit circuit = new Circuit();

    @Test
    void all_places_are_filled_until_three_runs_in_a_row_were_not_begun() {
        assertThat(circuit.unreached(run(1), seconds(0))).isNull();
        assertThat(circuit.unreached(run(2), seconds(0))).isNull();
        assertThat(circuit.lets(FREE, seconds(0))).isEqualTo(FREE);

        assertThat(circuit.unreached(run(3), seconds(0))).isEqualTo(Duration.ofSeconds(1));

        assertThat(circuit.isOpen()).isTrue();
        assertThat(circuit.lets(FREE, seconds(0.9))).isZero();
    }

    @Test
    void after_the_rest_one_run_at_a_time_tries_it() {
        open();

        assertThat(circuit.lets(FREE, seconds(1))).isEqualTo(1);
        assertThat(circuit.lets(0, seconds(1))).isZero();
        circuit.begun(run(4), seconds(1));

        assertThat(circuit.lets(FREE, seconds(2))).isZero();
    }

    @Test
    void each_run_that_tried_in_vain_doubles_the_rest_up_to_half_a_minute() {
        open();
        double now = 1;

        for (int rest : new int[] {2, 4, 8, 16, 30, 30}) {
            circuit.begun(run(4), seconds(now));
            assertThat(circuit.unreached(run(4), seconds(now))).isEqualTo(Duration.ofSeconds(rest));
            assertThat(circuit.lets(FREE, seconds(now + rest - 0.1))).isZero();
            now += rest;
            assertThat(circuit.lets(FREE, seconds(now))).isEqualTo(1);
        }
    }

    @Test
    void a_run_that_left_without_an_answer_makes_room_for_another() {
        open();
        circuit.begun(run(4), seconds(1));

        circuit.left(run(4));

        assertThat(circuit.lets(FREE, seconds(1))).isEqualTo(1);
    }

    @Test
    void a_run_that_is_not_turned_away_for_half_a_minute_has_been_begun() {
        open();
        assertThat(circuit.begun(run(4), seconds(1))).isTrue();
        assertThat(circuit.asked(run(4), seconds(1))).isTrue();

        assertThat(circuit.hasTaken(run(4), seconds(30.9))).isFalse();
        assertThat(circuit.hasTaken(run(4), seconds(31))).isTrue();
    }

    @Test
    void the_time_before_a_run_asks_the_service_does_not_count() {
        open();
        circuit.begun(run(4), seconds(1));
        assertThat(circuit.hasTaken(run(4), seconds(600))).isFalse();

        assertThat(circuit.asked(run(4), seconds(600))).isTrue();

        assertThat(circuit.hasTaken(run(4), seconds(629.9))).isFalse();
        assertThat(circuit.hasTaken(run(4), seconds(630))).isTrue();
    }

    @Test
    void a_run_that_has_not_come_to_asking_makes_room_for_another_and_does_not_try_any_more() {
        open();
        circuit.begun(run(4), seconds(1));
        assertThat(circuit.isBeforeAsking(run(4))).isTrue();

        circuit.left(run(4));
        assertThat(circuit.begun(run(5), seconds(31))).isTrue();

        assertThat(circuit.asked(run(4), seconds(40))).isFalse();
        assertThat(circuit.hasTaken(run(4), seconds(80))).isFalse();
        assertThat(circuit.unreached(run(4), seconds(80))).isNull();
        assertThat(circuit.asked(run(5), seconds(41))).isTrue();
        assertThat(circuit.isBeforeAsking(run(5))).isFalse();
    }

    @Test
    void a_run_that_does_not_try_the_service_any_more_says_nothing_after_half_a_minute() {
        open();
        circuit.begun(run(4), seconds(1));
        circuit.asked(run(4), seconds(1));
        circuit.unreached(run(4), seconds(2));
        assertThat(circuit.begun(run(5), seconds(5))).isTrue();
        circuit.asked(run(5), seconds(5));
        assertThat(circuit.begun(run(6), seconds(6))).isFalse();

        assertThat(circuit.hasTaken(run(4), seconds(32))).isFalse();
        assertThat(circuit.hasTaken(run(6), seconds(60))).isFalse();
        assertThat(circuit.hasTaken(run(5), seconds(34))).isFalse();
    }

    @Test
    void runs_from_before_it_opened_neither_lengthen_the_rest_nor_count_as_tries() {
        open();

        circuit.begun(run(4), seconds(0.5));
        assertThat(circuit.unreached(run(4), seconds(0.6))).isNull();
        circuit.left(run(4));

        assertThat(circuit.lets(FREE, seconds(1))).isEqualTo(1);
    }

    private void open() {
        for (int run = 1; run <= 3; run++) {
            circuit.unreached(run(run), seconds(0));
        }
    }

    private static RunRef run(int number) {
        return new RunRef("org", new JobId("job_" + number), 1);
    }

    private static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }
}
