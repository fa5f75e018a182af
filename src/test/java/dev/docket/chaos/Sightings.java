package dev.docket.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** How far each job was seen by any caller; who begins to look later must see it no less far. */
final class Sightings {
    private static final Map<String, Integer> STEPS = Map.of("validating", 0, "queued", 1, "in_progress", 2);
    private static final int ENDED = 3;

    private final Map<String, String> furthest = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Set<String> jobs() {
        return furthest.keySet();
    }

    /** What was seen before a look begins. */
    Map<String, String> before() {
        return Map.copyOf(furthest);
    }

    void saw(Map<String, String> before, String job, String status) {
        String earlier = before.get(job);
        if (earlier != null && isBack(earlier, status)) {
            complaints.add(job + " was " + earlier + " and then " + status);
        }
        furthest.merge(job, status, (one, other) -> step(one) >= step(other) ? one : other);
    }

    /** The look was made at a page that must have all jobs seen before. */
    void sawAll(Map<String, String> before, Map<String, String> listed) {
        listed.forEach((job, status) -> saw(before, job, status));
        before.keySet().stream()
                .filter(job -> !listed.containsKey(job))
                .forEach(job -> complaints.add(job + " was seen and then not listed"));
    }

    void failed(Throwable failure) {
        complaints.add(failure.toString());
    }

    List<String> complaints() {
        return complaints;
    }

    private static boolean isBack(String earlier, String status) {
        return step(status) < step(earlier) || step(earlier) == ENDED && !status.equals(earlier);
    }

    private static int step(String status) {
        return STEPS.getOrDefault(status, ENDED);
    }
}
