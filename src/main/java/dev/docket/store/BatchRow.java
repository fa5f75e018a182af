package dev.docket.store;

import dev.docket.job.JobId;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Reads out of a row what a batch of a bulk cancel did. */
final class BatchRow {
    /** The counts of a batch, by the names of their outcomes; the pattern is the name of the rows that have those. */
    static final String COUNTS = """
            count(*) filter (where %1$s.outcome = 'cancelled')::int as cancelled,
            count(*) filter (where %1$s.outcome = 'already_finished')::int as already_finished,
            count(*) filter (where %1$s.outcome = 'not_queued')::int as not_queued,
            count(*) filter (where %1$s.outcome = 'status_changed')::int as status_changed,
            count(*) filter (where %1$s.outcome = 'not_found')::int as not_found,
            count(*) filter (where %1$s.outcome = 'error')::int as error
            """;

    private BatchRow() {}

    /** Of the counts, {@code completed}, and the ids and claims of those {@code stopped}. */
    static BatchDone.Written read(Row row, BulkRef bulk) {
        return new BatchDone.Written(
                BulkCancelRow.outcomes(row), stopped(row, bulk), row.getBoolean("completed"), true);
    }

    private static List<RunRef> stopped(Row row, BulkRef bulk) {
        List<JobId> jobs = JobIds.list(row.getArrayOfStrings("stopped"));
        Integer[] claims = row.getArrayOfIntegers("claims");
        List<RunRef> runs = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            runs.add(new RunRef(bulk.organization(), jobs.get(i), claims[i]));
        }
        return runs;
    }
}
