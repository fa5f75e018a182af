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
        watermarks.claimed(LANE, 10, seconds(0));
        watermarks.claimed(LANE, 20, seconds(1));
        assertThat(watermarks.from(LANE, seconds(2))).isZero();

        watermarks.claimed(LANE, 30, seconds(6));
        assertThat(watermarks.from(LANE, seconds(7))).isZero();

        watermarks.claimed(LANE, 40, seconds(12));
        assertThat(watermarks.from(LANE, seconds(9))).isEqualTo(20);
    }

    @Test
    void a_lane_is_looked_at_from_its_start_every_ten_seconds() {
        marked();

        assertThat(watermarks.from(LANE, seconds(31))).isZero();
        assertThat(watermarks.from(LANE, seconds(32))).isPositive();
        assertThat(watermarks.from(LANE, seconds(42))).isZero();
    }

    @Test
    void a_look_that_took_long_is_not_repeated_soon() {
        marked();
        assertThat(watermarks.from(LANE, seconds(31))).isZero();
        watermarks.lookedBelow(LANE, Duration.ofMillis(600).toNanos());

        assertThat(watermarks.from(LANE, seconds(60))).isPositive();
        assertThat(watermarks.from(LANE, seconds(62))).isZero();
    }

    @Test
    void however_long_a_look_takes_there_is_one_a_minute() {
        marked();
        assertThat(watermarks.from(LANE, seconds(31))).isZero();
        watermarks.lookedBelow(LANE, Duration.ofSeconds(20).toNanos());

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
}
