package dev.docket.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private final Batches batches = new Batches(config(500, 20));
    private final List<Integer> rows =
            new ArrayList<>(IntStream.range(0, 5_000).boxed().toList());
    private int statements;

    @Test
    void whole_batches_follow_each_other_until_one_is_not_full() {
        assertThat(run(Set.of())).isEqualTo(5_000);
        assertThat(rows).isEmpty();
        assertThat(statements).isEqualTo(11);
    }

    @Test
    void one_bad_row_is_found_and_all_others_are_changed_in_the_same_turn() {
        assertThat(run(Set.of(400))).isEqualTo(4_999);
        assertThat(rows).containsExactly(400);
    }

    @Test
    void bad_rows_in_front_do_not_slow_down_those_behind_them() {
        assertThat(run(Set.of(0, 1, 2, 3, 4, 2_500, 4_999))).isEqualTo(4_993);
        assertThat(rows).containsExactly(0, 1, 2, 3, 4, 2_500, 4_999);
    }

    @Test
    void a_turn_ends_though_every_row_is_bad() {
        assertThat(run(Set.copyOf(rows))).isZero();
        assertThat(statements).isEqualTo(200);
    }

    @Test
    void a_turn_ends_when_its_batches_are_spent() {
        Batches few = new Batches(config(500, 2));

        assertThat(few.run("test", (size, skip) -> change(size, skip, Set.of()))
                        .await()
                        .indefinitely())
                .isEqualTo(1_000);
    }

    @Test
    void a_database_that_is_away_is_no_rows_fault() {
        int done = batches.run("test", (size, skip) -> {
                    statements++;
                    return Uni.createFrom().failure(new TimeoutException());
                })
                .await()
                .indefinitely();

        assertThat(done).isZero();
        assertThat(statements).isOne();
    }

    private int run(Set<Integer> bad) {
        return batches.run("test", (size, skip) -> change(size, skip, bad))
                .await()
                .indefinitely();
    }

    /** A statement: all of its rows or, for a single bad one, none. */
    private Uni<Integer> change(int size, int skip, Set<Integer> bad) {
        statements++;
        List<Integer> batch = List.copyOf(rows.subList(skip, Math.min(rows.size(), skip + size)));
        if (batch.stream().anyMatch(bad::contains)) {
            return Uni.createFrom().failure(new IllegalStateException("a bad row"));
        }
        rows.removeAll(batch);
        return Uni.createFrom().item(batch.size());
    }

    private static MaintenanceConfig config(int batch, int batchesInARow) {
        return new MaintenanceConfig() {
            @Override
            public int batch() {
                return batch;
            }

            @Override
            public int batchesInARow() {
                return batchesInARow;
            }
        };
    }
}
