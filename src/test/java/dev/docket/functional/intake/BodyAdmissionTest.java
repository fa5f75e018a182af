package dev.docket.functional.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.api.BodyAdmission;
import dev.docket.api.ProblemException;
import dev.docket.api.Reservation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyAdmissionTest {
    private static final long MB = 1024 * 1024;
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void twenty_large_bodies_pass_one_after_the_other_through_memory_for_two() {
        BodyAdmission admission = new BodyAdmission(64 * MB, LONG);
        Deque<Body> bodies = new ArrayDeque<>();
        for (int i = 0; i < 20; i++) {
            bodies.add(new Body(admission.reserve(30 * MB)));
        }
        while (!bodies.isEmpty()) {
            assertThat(admission.held()).isLessThanOrEqualTo(64 * MB);
            assertThat(bodies.stream().filter(Body::isGranted).count()).isEqualTo(Math.min(2, bodies.size()));
            Body first = bodies.poll();
            assertThat(first.isGranted()).isTrue();
            first.reservation.close();
        }
        assertThat(admission.held()).isZero();
    }

    @Test
    void a_small_body_does_not_overtake_a_large_one() {
        BodyAdmission admission = new BodyAdmission(10, LONG);
        Reservation first = admission.reserve(6);
        Body large = new Body(admission.reserve(8));
        Body small = new Body(admission.reserve(1));
        assertThat(small.isGranted()).isFalse();
        first.close();
        assertThat(large.isGranted()).isTrue();
        assertThat(small.isGranted()).isTrue();
    }

    @Test
    void shrinking_a_reservation_lets_the_next_one_in() {
        BodyAdmission admission = new BodyAdmission(10, LONG);
        Reservation first = admission.reserve(10);
        Body next = new Body(admission.reserve(7));
        first.shrinkTo(3);
        assertThat(next.isGranted()).isTrue();
        first.close();
        first.close();
        assertThat(admission.held()).isEqualTo(7);
    }

    @Test
    void a_body_that_waited_too_long_is_told_to_come_back_and_leaves_nothing_behind() {
        BodyAdmission admission = new BodyAdmission(10, Duration.ofMillis(20));
        Reservation first = admission.reserve(10);
        Reservation late = admission.reserve(10);
        assertThatThrownBy(() -> late.granted().await().atMost(Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(503);
                    assertThat(refusal.problem().retryAfter()).isPositive();
                });
        late.close();
        first.close();
        assertThat(admission.held()).isZero();
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void a_client_that_goes_away_in_the_queue_makes_room_for_those_behind() {
        BodyAdmission admission = new BodyAdmission(10, LONG);
        admission.reserve(5);
        Body gone = new Body(admission.reserve(10));
        Body behind = new Body(admission.reserve(5));
        gone.reservation.fail(new IllegalStateException("gone"));
        assertThat(behind.isGranted()).isTrue();
        assertThat(gone.failure).hasMessage("gone");
    }

    @Test
    void more_than_the_whole_budget_is_never_asked_for() {
        BodyAdmission admission = new BodyAdmission(10, LONG);
        assertThatThrownBy(() -> admission.reserve(11)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatever_the_order_of_events_the_budget_holds_and_nothing_is_left() throws Exception {
        BodyAdmission admission = new BodyAdmission(100, LONG);
        AtomicLong inUse = new AtomicLong();
        AtomicLong peak = new AtomicLong();
        AtomicInteger left = new AtomicInteger(4000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            Random random = new Random(thread);
            threads.submit(() -> {
                while (left.decrementAndGet() >= 0) {
                    use(admission, 1 + random.nextInt(60), random.nextInt(3), inUse, peak);
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(peak.get()).isLessThanOrEqualTo(100);
        assertThat(admission.held()).isZero();
        assertThat(admission.waiting()).isZero();
    }

    private static void use(BodyAdmission admission, int bytes, int manner, AtomicLong inUse, AtomicLong peak) {
        Reservation reservation = admission.reserve(bytes);
        if (manner == 0) {
            reservation.close();
            return;
        }
        reservation.granted().await().atMost(Duration.ofSeconds(30));
        peak.accumulateAndGet(inUse.addAndGet(bytes), Math::max);
        inUse.addAndGet(-bytes);
        if (manner == 1) {
            reservation.shrinkTo(bytes / 2);
        }
        reservation.close();
    }

    private static final class Body {
        private final Reservation reservation;
        private Throwable failure;
        private boolean granted;

        Body(Reservation reservation) {
            this.reservation = reservation;
            reservation.granted().subscribe().with(done -> granted = true, cause -> failure = cause);
        }

        boolean isGranted() {
            return granted;
        }
    }
}
