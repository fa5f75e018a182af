package dev.docket.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.store.Lane;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Lane A = new Lane("a", "/v1/documents/parse");
    private static final Lane B = new Lane("b", "/v1/documents/parse");
    private static final Lane B_TOO = new Lane("b", "/v1/documents/extract");
    private static final Lane C = new Lane("c", "/v1/documents/parse");

    private final Turns turns = new Turns();

    @Test
    void organizations_take_turns_when_one_place_at_a_time_is_free() {
        add(A, B, C);

        assertThat(deal(1)).containsOnlyKeys(A);
        assertThat(deal(1)).containsOnlyKeys(B);
        assertThat(deal(1)).containsOnlyKeys(C);
        assertThat(deal(1)).containsOnlyKeys(A);
    }

    @Test
    void who_was_not_reached_comes_first_next_time() {
        add(A, B, C);

        assertThat(deal(2)).containsOnlyKeys(A, B);
        assertThat(deal(2)).containsOnlyKeys(C, A);
    }

    @Test
    void no_place_stays_empty_while_anyone_has_work() {
        add(A);

        assertThat(deal(5)).containsExactly(Map.entry(A, 5));
    }

    @Test
    void places_are_shared_alike() {
        add(A, B);

        assertThat(deal(4)).containsEntry(A, 2).containsEntry(B, 2);
    }

    @Test
    void the_lanes_of_an_organization_take_turns_within_its_share() {
        add(A, B, B_TOO);

        assertThat(deal(4)).containsEntry(A, 2).containsEntry(B, 1).containsEntry(B_TOO, 1);
    }

    @Test
    void a_weight_is_a_number_of_places_a_turn() {
        add(A, B);

        assertThat(deal(4, new EveryoneTakes(3))).containsEntry(A, 3).containsEntry(B, 1);
    }

    @Test
    void a_lane_that_is_not_allowed_gets_nothing_and_holds_up_nobody() {
        add(A, B);

        Turns.Terms withoutA = new EveryoneTakes(1) {
            @Override
            public boolean allows(Lane lane, Map<Lane, Integer> dealt) {
                return !lane.equals(A);
            }
        };
        assertThat(deal(3, withoutA)).containsExactly(Map.entry(B, 3));
    }

    @Test
    void a_lane_without_ready_work_leaves_the_ring() {
        add(A, B);

        turns.remove(A);

        assertThat(deal(2)).containsExactly(Map.entry(B, 2));
    }

    private void add(Lane... lanes) {
        for (Lane lane : lanes) {
            turns.add(lane);
        }
    }

    private Map<Lane, Integer> deal(int places) {
        return deal(places, new EveryoneTakes(1));
    }

    private Map<Lane, Integer> deal(int places, Turns.Terms terms) {
        Map<Lane, Integer> dealt = new LinkedHashMap<>();
        turns.deal(places, terms, dealt);
        return dealt;
    }

    private static class EveryoneTakes implements Turns.Terms {
        private final int weight;

        EveryoneTakes(int weight) {
            this.weight = weight;
        }

        @Override
        public int weight(String organization) {
            return weight;
        }

        @Override
        public boolean allows(Lane lane, Map<Lane, Integer> dealt) {
            return true;
        }
    }
}
