package dev.docket.executor;

import dev.docket.store.Lane;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The turns between organizations that may have ready work. Each organization in the ring gets its weight in slots, then
 * the next one has its turn; what is left after a full round goes round again, so no slot stays empty while anyone has
 * work. Inside an organization its lanes take turns. A deal looks at a bounded number of organizations, however many
 * wait: those it looked at go to the end.
 */
final class Turns {
    private static final int LEAST_LOOKS = 64;

    private final Map<String, Deque<Lane>> ring = new LinkedHashMap<>();

    /** The free places of the processors. */
    interface Room {
        /** How many places are left in all. */
        int left();

        /** Takes a place for a run of the lane, if there is one. */
        boolean take(Lane lane);
    }

    /** Puts a lane into the ring, unless it is there. */
    void add(Lane lane) {
        Deque<Lane> lanes = ring.computeIfAbsent(lane.organization(), ignored -> new ArrayDeque<>());
        if (!lanes.contains(lane)) {
            lanes.add(lane);
        }
    }

    /** Takes a lane out: it has nothing ready. */
    void remove(Lane lane) {
        Deque<Lane> lanes = ring.get(lane.organization());
        if (lanes != null && lanes.remove(lane) && lanes.isEmpty()) {
            ring.remove(lane.organization());
        }
    }

    boolean isEmpty() {
        return ring.isEmpty();
    }

    /**
     * Deals places to lanes.
     *
     * @param room asked for and taken from as it is dealt
     * @param weights how many places an organization gets in its turn
     * @param single whether an organization may be dealt to in one lane only
     * @return the places by lane, in the order of the turns
     */
    Map<Lane, Integer> deal(Room room, ToIntFunction<String> weights, Predicate<String> single) {
        Map<Lane, Integer> dealt = new LinkedHashMap<>();
        List<String> round = nextInTurn(Math.max(LEAST_LOOKS, room.left()));
        boolean given = true;
        while (given && room.left() > 0) {
            given = false;
            for (String organization : round) {
                given |= turn(organization, weights.applyAsInt(organization), room, single.test(organization), dealt);
            }
        }
        return dealt;
    }

    private List<String> nextInTurn(int looks) {
        List<String> round = ring.keySet().stream().limit(looks).toList();
        round.forEach(organization -> ring.put(organization, ring.remove(organization)));
        return round;
    }

    /** Answers whether the organization got a place. */
    private boolean turn(String organization, int weight, Room room, boolean single, Map<Lane, Integer> dealt) {
        Deque<Lane> lanes = ring.get(organization);
        int places = weight;
        int refused = 0;
        while (places > 0 && refused < lanes.size()) {
            Lane lane = lanes.poll();
            lanes.add(lane);
            if (mayTake(lane, lanes, single, dealt) && room.take(lane)) {
                dealt.merge(lane, 1, Integer::sum);
                places--;
                refused = 0;
            } else {
                refused++;
            }
        }
        return places < weight;
    }

    private static boolean mayTake(Lane lane, Deque<Lane> lanes, boolean single, Map<Lane, Integer> dealt) {
        return !single || dealt.containsKey(lane) || lanes.stream().noneMatch(dealt::containsKey);
    }
}
