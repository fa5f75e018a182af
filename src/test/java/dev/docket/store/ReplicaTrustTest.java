package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplicaTrustTest {
    private static final long NOW = 42;
    private static final long RESTED = NOW + Duration.ofSeconds(1).toNanos();

    private final ReplicaTrust trust = new ReplicaTrust();

    @Test
    void a_replica_that_answers_is_asked_by_all() {
        assertThat(trust.admits(NOW)).isTrue();
        assertThat(trust.admits(NOW)).isTrue();
        assertThat(trust.regained()).as("news").isFalse();
        assertThat(trust.isLost()).isFalse();
    }

    @Test
    void its_loss_and_its_return_are_news_once() {
        assertThat(trust.lost(NOW, Duration.ZERO)).isTrue();
        assertThat(trust.lost(NOW, Duration.ZERO)).isFalse();
        assertThat(trust.isLost()).isTrue();
        assertThat(trust.regained()).isTrue();
        assertThat(trust.regained()).isFalse();
        assertThat(trust.admits(NOW)).isTrue();
    }

    @Test
    void one_that_comes_and_goes_is_news_now_and_then() {
        Duration quiet = Duration.ofMinutes(1);
        assertThat(trust.lost(NOW, quiet)).isTrue();
        assertThat(trust.regained()).isTrue();

        assertThat(trust.lost(RESTED, quiet)).isFalse();
        assertThat(trust.regained()).as("what nobody was told to be lost").isFalse();
        assertThat(trust.lost(NOW + quiet.toNanos(), quiet)).isTrue();
    }

    @Test
    void after_a_rest_one_call_finds_out_for_all() {
        trust.lost(NOW, Duration.ZERO);

        assertThat(trust.admits(RESTED - 1)).isFalse();
        assertThat(trust.admits(RESTED)).isTrue();
        assertThat(trust.admits(RESTED)).isFalse();
        trust.lost(RESTED, Duration.ZERO);
        assertThat(trust.admits(RESTED)).isFalse();
    }

    @Test
    void who_went_away_without_finding_out_leaves_it_to_the_next() {
        trust.lost(NOW, Duration.ZERO);
        assertThat(trust.admits(RESTED)).isTrue();

        trust.giveBack();

        assertThat(trust.admits(RESTED)).isTrue();
    }
}
