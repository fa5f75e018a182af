package dev.docket.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolvingPlacesTest {
    private final ResolvingPlaces places = new ResolvingPlaces(2, 100);
    private final List<String> entered = new ArrayList<>();

    @Test
    void a_place_is_given_in_the_order_of_asking() {
        ResolvingPlaces.Place first = ask("first", 1);
        ask("second", 1);
        ask("third", 1);
        ask("fourth", 1);
        assertThat(entered).containsExactly("first", "second");

        first.leave();

        assertThat(entered).containsExactly("first", "second", "third");
    }

    @Test
    void what_does_not_fit_into_memory_waits_and_is_not_overtaken() {
        ResolvingPlaces.Place first = ask("first", 60);
        ask("large", 50);
        ask("small", 1);
        assertThat(entered).containsExactly("first");

        first.leave();

        assertThat(entered).containsExactly("first", "large", "small");
    }

    @Test
    void what_is_larger_than_all_of_it_is_alone() {
        ResolvingPlaces.Place huge = ask("huge", 1000);
        ask("small", 1);
        assertThat(entered).containsExactly("huge");

        huge.leave();

        assertThat(entered).containsExactly("huge", "small");
    }

    @Test
    void who_stops_waiting_is_passed_over_and_frees_nothing() {
        ask("first", 60);
        ResolvingPlaces.Place large = ask("large", 50);
        ask("small", 1);

        large.leave();
        large.leave();

        assertThat(entered).containsExactly("first", "small");
        ask("another", 1);
        assertThat(entered).containsExactly("first", "small");
    }

    private ResolvingPlaces.Place ask(String name, long bytes) {
        ResolvingPlaces.Place place = places.ask(bytes, () -> entered.add(name));
        places.letIn();
        return place;
    }
}
