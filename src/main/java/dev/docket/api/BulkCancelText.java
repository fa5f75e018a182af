package dev.docket.api;

import dev.docket.job.BulkCancel;
import dev.docket.job.BulkOutcome;
import dev.docket.job.JobOutcome;
import dev.docket.store.BulkPreview;
import dev.docket.store.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** The answers about bulk cancels, member by member in the published order. */
final class BulkCancelText {
    private BulkCancelText() {}

    static JsonObject of(BulkCancel bulk) {
        return new JsonObject()
                .put("id", bulk.id().value())
                .put("object", "bulk_cancel")
                .put("status", bulk.isCompleted() ? "completed" : "running")
                .put("requested", bulk.requested())
                .put("filter", bulk.filter() == null ? null : new JsonObject(bulk.filter()))
                .put("reason", bulk.reason())
                .put("only_if_queued", bulk.onlyIfQueued())
                .put("counts", counts(bulk.outcomes()))
                .put("pending", bulk.pending())
                .put("created_at", seconds(bulk.createdAt()))
                .put("completed_at", seconds(bulk.completedAt()))
                .put("organization_id", bulk.organization());
    }

    static JsonObject preview(BulkPreview preview) {
        JsonObject byStatus = new JsonObject();
        preview.byStatus().forEach((status, number) -> byStatus.put(status.wire(), number));
        return new JsonObject()
                .put("object", "bulk_cancel_preview")
                .put("matched", preview.outcomes().get(BulkOutcome.CANCELLED))
                .put("at_least", preview.atLeast())
                .put("by_status", byStatus)
                .put("counts", counts(preview.outcomes()));
    }

    static JsonObject list(Page<BulkCancel> page) {
        return envelope(page, BulkCancelText::of, bulk -> bulk.id().value());
    }

    static JsonObject outcomes(Page<JobOutcome> page) {
        return envelope(page, BulkCancelText::of, outcome -> outcome.job().value());
    }

    private static JsonObject of(JobOutcome outcome) {
        return new JsonObject()
                .put("job_id", outcome.job().value())
                .put("outcome", outcome.outcome().wire())
                .put(
                        "status",
                        outcome.status() == null ? null : outcome.status().wire())
                .put("work_started", outcome.workStarted());
    }

    private static <T> JsonObject envelope(Page<T> page, Function<T, JsonObject> text, Function<T, String> cursor) {
        JsonArray data = new JsonArray();
        page.entries().forEach(entry -> data.add(text.apply(entry)));
        int size = page.entries().size();
        return new JsonObject()
                .put("object", "list")
                .put("data", data)
                .put("first_id", size == 0 ? null : cursor.apply(page.entries().get(0)))
                .put("last_id", size == 0 ? null : cursor.apply(page.entries().get(size - 1)))
                .put("has_more", page.hasMore());
    }

    private static JsonObject counts(Map<BulkOutcome, Integer> outcomes) {
        JsonObject counts = new JsonObject();
        for (BulkOutcome outcome : BulkOutcome.values()) {
            counts.put(outcome.wire(), outcomes.get(outcome));
        }
        return counts;
    }

    /** Whole seconds, as all times of the API. */
    private static Long seconds(Instant time) {
        return time == null ? null : time.getEpochSecond();
    }
}
