package dev.docket.executor;

import dev.docket.store.Lane;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The turns between the organizations that may have ready work for one processor. Each organization in the ring gets
 * its weight in places and goes to the end; what is left after a full round goes round again, so no place stays empty
 * while anyone has work. Inside an organization its lanes take turns.
 */
final class Turns {
    private final Map<String, Deque<Lane>> ring = new LinkedHashMap<>();

    /** What a deal must keep to. */
    interface Terms {
        /** How many places the organization gets in its turn, at least 1. */
        int weight(String organization);

        /** Whether the lane may be dealt to, beside what has been dealt so far. */
        boolean allows(Lane lane, Map<Lane, Integer> dealt);
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

    /** Deals places to lanes, in the order of the turns; looks at no more organizations than there are places. */
    void deal(int places, Terms terms, Map<Lane, Integer> dealt) {
        int left = places;
        List<String> round = ring.keySet().stream().limit(places).toList();
        boolean given = true;
        boolean first = true;
        while (given && left > 0) {
            int before = left;
            for (String organization : round) {
                if (left == 0) {
                    break;
                }
                left -= turn(organization, Math.min(left, terms.weight(organization)), terms, dealt);
                if (first) {
                    // Only who had a turn goes to the end: with one free place at a time the others must come next.
                    ring.put(organization, ring.remove(organization));
                }
            }
            first = false;
            given = left < before;
        }
    }

    /** Answers with how many places the organization took. */
    private int turn(String organization, int places, Terms terms, Map<Lane, Integer> dealt) {
        Deque<Lane> lanes = ring.get(organization);
        int taken = 0;
        int refused = 0;
        while (taken < places && refused < lanes.size()) {
            Lane lane = lanes.poll();
            lanes.add(lane);
            if (terms.allows(lane, dealt)) {
                dealt.merge(lane, 1, Integer::sum);
                taken++;
                refused = 0;
            } else {
                refused++;
            }
        }
        return taken;
    }
}
