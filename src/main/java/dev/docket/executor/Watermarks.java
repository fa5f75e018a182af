package dev.docket.executor;

import dev.docket.store.Lane;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From which position on a claim looks into a lane. What lies before was claimed a while ago; its dead index entries
 * may stay for hours under a long-running reader and would be walked at each claim. A create that took long to commit
 * may still turn up below the mark, so from time to time a lane is looked at from its start; the less often, the longer
 * such a look has become.
 */
final class Watermarks {
    private static final long SETTLING_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LOOK_BELOW_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int REST_FACTOR = 50;
    private static final long LONGEST_REST_NANOS = Duration.ofSeconds(60).toNanos();
    private static final int REMEMBERED_LANES = 10_000;

    private final Map<Lane, Mark> marks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Lane, Mark> eldest) {
            return size() > REMEMBERED_LANES;
        }
    };

    /** Where the next claim of the lane begins. */
    long from(Lane lane, long nanoTime) {
        Mark mark = marks.get(lane);
        if (mark == null) {
            return 0;
        }
        if (nanoTime - mark.lookedBelowAt > mark.rest) {
            mark.lookedBelowAt = nanoTime;
            return 0;
        }
        return mark.position;
    }

    /** A look from the start of the lane took so long. */
    void lookedBelow(Lane lane, long nanos) {
        Mark mark = marks.get(lane);
        if (mark != null) {
            mark.rest = Math.max(LOOK_BELOW_NANOS, Math.min(nanos * REST_FACTOR, LONGEST_REST_NANOS));
        }
    }

    /** A job at this position of the lane was claimed. */
    void claimed(Lane lane, long position, long nanoTime) {
        Mark mark = marks.computeIfAbsent(lane, ignored -> new Mark(nanoTime));
        if (nanoTime - mark.nextSince > SETTLING_NANOS) {
            mark.position = Math.max(mark.position, mark.settling);
            mark.settling = mark.next;
            mark.next = position;
            mark.nextSince = nanoTime;
        } else {
            mark.next = Math.max(mark.next, position);
        }
    }

    private static final class Mark {
        private long position;
        private long settling;
        private long next;
        private long nextSince;
        private long lookedBelowAt;
        private long rest = LOOK_BELOW_NANOS;

        private Mark(long nanoTime) {
            nextSince = nanoTime;
            lookedBelowAt = nanoTime;
        }
    }
}
