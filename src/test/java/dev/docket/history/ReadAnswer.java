package dev.docket.history;

import dev.docket.job.JobStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Takes from an answer what the history is about. */
final class ReadAnswer {
    private ReadAnswer() {}

    static Answer of(int http, JsonObject body) {
        return http == 200 ? new Answer.Shown(view(body)) : refused(http, body);
    }

    /** What a page of the list says of the job. */
    static Answer inList(String job, JsonArray page) {
        for (int i = 0; i < page.size(); i++) {
            JsonObject one = page.getJsonObject(i);
            if (job.equals(one.getString("id"))) {
                return new Answer.Shown(view(one));
            }
        }
        return new Answer.Absent();
    }

    static JobView view(JsonObject job) {
        JsonObject error = job.getJsonObject("error");
        return new JobView(
                status(job.getString("status")),
                job.getLong("created_at"),
                job.getLong("started_at"),
                job.getLong("completed_at"),
                job.getLong("expires_at"),
                error == null ? null : error.getString("code"),
                job.containsKey("attempt_count") ? more(job) : null);
    }

    private static JobView.More more(JsonObject job) {
        JsonObject cancellation = job.getJsonObject("cancellation");
        return new JobView.More(
                job.getInteger("attempt_count"),
                job.getValue("response") != null,
                job.getBoolean("cancelled"),
                cancellation == null ? null : cancellation(cancellation));
    }

    private static JobView.Cancellation cancellation(JsonObject cancellation) {
        return new JobView.Cancellation(
                cancellation.getString("reason"),
                cancellation.getBoolean("work_started"),
                cancellation.getLong("stopped_at"));
    }

    private static Answer refused(int http, JsonObject body) {
        JsonObject detail = body.getJsonObject("detail", new JsonObject());
        JsonObject details = detail.getJsonObject("details");
        String status = details == null ? null : details.getString("status");
        return new Answer.Refused(http, detail.getString("code"), status == null ? null : status(status));
    }

    private static JobStatus status(String wire) {
        return JobStatus.ofWire(wire).orElseThrow(() -> new IllegalStateException("status " + wire));
    }
}
