package dev.docket.executor;

import dev.docket.store.Lane;
import java.util.Map;
import java.util.function.Function;

/** The room of a claim: how many further runs each processor can really work on. */
final class FreePlaces implements Turns.Room {
    private final Map<Object, Integer> free;
    private final Function<Lane, Object> placeOf;
    private int left;

    FreePlaces(Map<Object, Integer> free, Function<Lane, Object> placeOf) {
        this.free = free;
        this.placeOf = placeOf;
        this.left = free.values().stream().mapToInt(places -> Math.max(0, places)).sum();
    }

    @Override
    public int left() {
        return left;
    }

    @Override
    public boolean take(Lane lane) {
        Object place = placeOf.apply(lane);
        int places = free.getOrDefault(place, 0);
        if (places <= 0) {
            return false;
        }
        free.put(place, places - 1);
        left--;
        return true;
    }
}
