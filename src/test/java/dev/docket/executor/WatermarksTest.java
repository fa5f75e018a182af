package dev.docket.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.store.Lane;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatermarksTest {
    private static final Lane LANE = new Lane("org", "/v1/documents/parse");

    private final Watermarks watermarks = new Watermarks();

    @Test
    void an_unknown_lane_is_looked_at_from_its_start() {
        assertThat(watermarks.from(LANE, 0)).isZero();
    }

    @Test
    void the_mark_is_what_was_claimed_a_while_ago() {
        watermarks.claimed(LANE, 10, millis(0));
        watermarks.claimed(LANE, 20, millis(900));
        assertThat(watermarks.from(LANE, millis(950))).isZero();

        watermarks.claimed(LANE, 30, millis(1100));
        assertThat(watermarks.from(LANE, millis(1150))).isZero();

        watermarks.claimed(LANE, 40, millis(2200));
        assertThat(watermarks.from(LANE, millis(1900))).isEqualTo(20);
    }

    @Test
    void a_lane_is_looked_at_from_its_start_every_two_seconds() {
        marked();

        assertThat(watermarks.from(LANE, seconds(31))).isZero();
        assertThat(watermarks.from(LANE, seconds(32))).isPositive();
        assertThat(watermarks.from(LANE, seconds(34))).isZero();
    }

    @Test
    void a_look_that_took_long_is_not_repeated_soon() {
        marked();
        assertThat(watermarks.from(LANE, seconds(31))).isZero();
        watermarks.lookedBelow(LANE, millis(600));

        assertThat(watermarks.from(LANE, seconds(60))).isPositive();
        assertThat(watermarks.from(LANE, seconds(62))).isZero();
    }

    @Test
    void however_long_a_look_takes_there_is_one_a_minute() {
        marked();
        assertThat(watermarks.from(LANE, seconds(31))).isZero();
        watermarks.lookedBelow(LANE, seconds(20));

        assertThat(watermarks.from(LANE, seconds(90))).isPositive();
        assertThat(watermarks.from(LANE, seconds(92))).isZero();
    }

    private void marked() {
        for (int second = 0; second <= 30; second += 6) {
            watermarks.claimed(LANE, 10 + second, seconds(second));
        }
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
