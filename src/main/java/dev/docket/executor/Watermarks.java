package dev.docket.executor;

import dev.docket.store.Lane;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From which position on a claim looks into a lane. What lies before was claimed a while ago; its dead index entries
 * may stay for hours under a long-running reader and would be walked at each claim. A create that took long to commit
 * may still turn up below the mark, so from time to time a lane is looked at from its start.
 */
final class Watermarks {
    private static final long SETTLING_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long LOOK_BELOW_NANOS = Duration.ofSeconds(10).toNanos();
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
        if (nanoTime - mark.lookedBelowAt > LOOK_BELOW_NANOS) {
            mark.lookedBelowAt = nanoTime;
            return 0;
        }
        return mark.position;
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

        private Mark(long nanoTime) {
            nextSince = nanoTime;
            lookedBelowAt = nanoTime;
        }
    }
}
