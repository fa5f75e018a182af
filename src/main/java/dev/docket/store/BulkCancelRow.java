package dev.docket.store;

import dev.docket.job.BulkCancel;
import dev.docket.job.BulkCancelId;
import dev.docket.job.BulkOutcome;
import io.vertx.mutiny.sqlclient.Row;
import java.util.EnumMap;
import java.util.Map;

/** Reads a bulk cancel out of a row. */
final class BulkCancelRow {
    /** What a statement selects from {@code bulk_cancel b} to answer with one; the ids stay where they are. */
    static final String COLUMNS = """
            b.organization_id, b.id, b.seq, b.created_at, b.completed_at, b.reason, b.only_if_queued,
            case when b.filter is null then b.upto::int end as requested, b.filter_sent, b.pending,
            b.cancelled, b.already_finished, b.not_queued, b.status_changed, b.not_found, b.error
            """;

    private BulkCancelRow() {}

    static BulkCancel read(Row row) {
        return new BulkCancel(
                new BulkCancelId(row.getString("id")),
                row.getString("organization_id"),
                JobRow.instant(row, "created_at"),
                JobRow.instant(row, "completed_at"),
                row.getString("reason"),
                row.getBoolean("only_if_queued"),
                row.getInteger("requested"),
                row.getString("filter_sent"),
                outcomes(row),
                row.getInteger("pending"));
    }

    /** The columns that are named after the outcomes. */
    static Map<BulkOutcome, Integer> outcomes(Row row) {
        Map<BulkOutcome, Integer> outcomes = new EnumMap<>(BulkOutcome.class);
        for (BulkOutcome outcome : BulkOutcome.values()) {
            outcomes.put(outcome, row.getInteger(outcome.wire()));
        }
        return outcomes;
    }
}
