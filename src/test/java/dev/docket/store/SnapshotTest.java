package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which rows a primary shows, by who wrote them. */
class SnapshotTest {
    private static final long ROUND = 1L << 32;

    @Test
    void what_is_over_is_seen_and_what_runs_or_is_to_come_is_not() {
        Snapshot snapshot = Snapshot.parse("100:105:100,103");

        assertThat(snapshot.sees(3)).isTrue();
        assertThat(snapshot.sees(99)).isTrue();
        assertThat(snapshot.sees(100)).isFalse();
        assertThat(snapshot.sees(101)).isTrue();
        assertThat(snapshot.sees(103)).isFalse();
        assertThat(snapshot.sees(104)).isTrue();
        assertThat(snapshot.sees(105)).isFalse();
        assertThat(snapshot.sees(1_000)).isFalse();
    }

    @Test
    void nothing_may_be_running() {
        Snapshot snapshot = Snapshot.parse("105:105:");

        assertThat(snapshot.sees(104)).isTrue();
        assertThat(snapshot.sees(105)).isFalse();
    }

    @Test
    void rows_have_the_last_32_bits_of_a_number_that_goes_on() {
        Snapshot snapshot = Snapshot.parse((7 * ROUND - 5) + ":" + (7 * ROUND + 5) + ":" + (7 * ROUND - 2));

        assertThat(snapshot.sees(ROUND - 6)).isTrue();
        assertThat(snapshot.sees(ROUND - 2)).isFalse();
        assertThat(snapshot.sees(ROUND - 1)).isTrue();
        assertThat(snapshot.sees(3)).isTrue();
        assertThat(snapshot.sees(5)).isFalse();
    }

    @Test
    void a_row_from_half_a_round_ago_is_not_believed() {
        Snapshot snapshot = Snapshot.parse((ROUND + 10) + ":" + (ROUND + 10) + ":");

        assertThat(snapshot.sees(ROUND / 2 + 11)).isTrue();
        assertThat(snapshot.sees(ROUND / 2 + 9)).isFalse();
    }
}
