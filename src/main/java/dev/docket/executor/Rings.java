package dev.docket.executor;

import dev.docket.store.Lane;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The turns of each kind of place. Lanes that wait for a processor without a free place are in a ring of their own, so
 * that they neither lose their turn nor stand in the way of lanes for another processor.
 */
final class Rings {
    private final Map<Object, Turns> rings = new HashMap<>();

    void add(Object place, Lane lane) {
        rings.computeIfAbsent(place, ignored -> new Turns()).add(lane);
    }

    void remove(Object place, Lane lane) {
        Turns turns = rings.get(place);
        if (turns != null) {
            turns.remove(lane);
        }
    }

    /** Deals the free places of each kind; answers with the places by lane, in the order of the turns. */
    Map<Lane, Integer> deal(Map<Object, Integer> free, Turns.Terms terms) {
        Map<Lane, Integer> dealt = new LinkedHashMap<>();
        free.forEach((place, places) -> {
            Turns turns = rings.get(place);
            if (turns != null && places > 0) {
                turns.deal(places, terms, dealt);
            }
        });
        return dealt;
    }
}
