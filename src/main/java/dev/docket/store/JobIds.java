package dev.docket.store;

import dev.docket.job.JobId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Ids as the one array that a statement on many jobs takes, and back. */
final class JobIds {
    private JobIds() {}

    static String[] array(Collection<JobId> ids) {
        return ids.stream().map(JobId::value).toArray(String[]::new);
    }

    static List<JobId> list(String[] array) {
        return array == null ? List.of() : Arrays.stream(array).map(JobId::new).toList();
    }
}
