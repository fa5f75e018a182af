package dev.docket.store;

import dev.docket.job.BulkOutcome;
import java.util.List;
import java.util.Map;

/** How a batch of a bulk cancel ended. */
public sealed interface BatchDone {
    /**
     * It is written.
     *
     * @param outcomes how many jobs got which outcome in it; every outcome is there
     * @param stopped the runs whose work is to be stopped
     * @param completed whether the bulk cancel is over with it
     * @param advanced false when all that is left is in other writers' hands, and nothing was written
     */
    record Written(Map<BulkOutcome, Integer> outcomes, List<RunRef> stopped, boolean completed, boolean advanced)
            implements BatchDone {}

    /** There was nothing to do here: the bulk cancel is over, or gone, or another process is at it. */
    record LeftToOthers() implements BatchDone {}
}
