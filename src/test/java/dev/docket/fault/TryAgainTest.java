package dev.docket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Which failures say nothing about the statement that met them. */
class TryAgainTest {
    @Test
    void a_statement_that_nobody_answers_is_tried_again() {
        Uni<Void> unanswered = Uni.createFrom().nothing();

        Throwable failure = catchThrowable(() ->
                unanswered.ifNoItem().after(Duration.ofMillis(1)).fail().await().indefinitely());

        assertThat(TryAgain.isLoss(failure)).isTrue();
        assertThat(TryAgain.isLoss(new TimeoutException())).isTrue();
    }

    @Test
    void a_loss_is_recognised_inside_of_what_wraps_it() {
        assertThat(TryAgain.isLoss(new IllegalStateException(new IOException("reset"))))
                .isTrue();
    }

    @Test
    void a_connection_that_was_closed_before_the_statement_was_sent_is_a_loss() {
        assertThat(TryAgain.isLoss(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isTrue();
    }

    @Test
    void a_refusal_is_judged_by_its_code_whoever_reports_it() {
        assertThat(TryAgain.isLoss(new SQLException("waited too long for a lock", "55P03")))
                .isTrue();
        assertThat(TryAgain.isLoss(new SQLException("a key is taken", "23505"))).isFalse();
    }

    @Test
    void a_failure_of_the_program_is_not_tried_again() {
        assertThat(TryAgain.isLoss(new IllegalStateException("wrong"))).isFalse();
    }
}
