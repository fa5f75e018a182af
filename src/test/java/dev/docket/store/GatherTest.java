package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatherTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void each_call_gets_its_own_answer() {
        Gather<Integer, Integer> gather = new Gather<>(
                vertx,
                2,
                call -> 0,
                calls -> Uni.createFrom()
                        .item(calls.stream().map(call -> 10 * call).toList()));

        List<Integer> answers = Uni.join()
                .all(gather.add(1), gather.add(2), gather.add(3))
                .andFailFast()
                .await()
                .atMost(LONG);

        assertThat(answers).containsExactly(10, 20, 30);
    }

    @Test
    void calls_whose_statement_cannot_even_be_made_fail_and_do_not_wait_for_ever() {
        Gather<String, String> gather = new Gather<>(vertx, 2, call -> 0, calls -> {
            throw new IllegalStateException("not to be made");
        });

        assertThatThrownBy(() -> gather.add("a").await().atMost(LONG)).hasMessage("not to be made");
    }
}
