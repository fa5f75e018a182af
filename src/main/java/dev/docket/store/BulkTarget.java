package dev.docket.store;

import dev.docket.job.JobId;
import java.util.Comparator;
import java.util.List;

/** Which jobs a bulk cancel is about. */
public sealed interface BulkTarget {
    /**
     * These, whatever state they are in.
     *
     * @param ids each once, in the order of their text, which is the order that statements lock jobs in
     */
    record Named(List<JobId> ids) implements BulkTarget {
        public Named {
            ids = ids.stream()
                    .distinct()
                    .sorted(Comparator.comparing(JobId::value))
                    .toList();
        }
    }

    /**
     * Those that are live and match.
     *
     * @param filter its status is a live one, or none
     * @param sent the filter as the client sent it, JSON text
     */
    record Matching(JobFilter filter, String sent) implements BulkTarget {
        public Matching {
            if (filter.status() != null && !filter.status().isLive()) {
                throw new IllegalArgumentException("no job that is " + filter.status() + " can be cancelled");
            }
        }
    }
}
