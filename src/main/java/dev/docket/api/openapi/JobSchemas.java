package dev.docket.api.openapi;

import static dev.docket.api.openapi.Schemas.choice;
import static dev.docket.api.openapi.Schemas.flag;
import static dev.docket.api.openapi.Schemas.listOf;
import static dev.docket.api.openapi.Schemas.member;
import static dev.docket.api.openapi.Schemas.object;
import static dev.docket.api.openapi.Schemas.openObject;
import static dev.docket.api.openapi.Schemas.orNull;
import static dev.docket.api.openapi.Schemas.ref;
import static dev.docket.api.openapi.Schemas.refOrNull;
import static dev.docket.api.openapi.Schemas.seconds;
import static dev.docket.api.openapi.Schemas.text;
import static dev.docket.api.openapi.Schemas.time;
import static dev.docket.api.openapi.Schemas.whole;

import dev.docket.api.openapi.Schemas.Member;
import dev.docket.endpoint.Endpoint;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What answers are made of. Members stand in the order in which they are sent. */
final class JobSchemas {
    private JobSchemas() {}

    static Map<String, Schema> all() {
        // In a fixed order, so that the same sources always make the same document.
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put("Job", job());
        schemas.put("JobState", state());
        schemas.put("JobStatus", status());
        schemas.put("Endpoint", endpoint());
        schemas.put("JobResponse", response());
        schemas.put("JobError", error());
        schemas.put("JobWarning", warning());
        schemas.put("Cancellation", cancellation());
        schemas.put("JobList", list());
        return schemas;
    }

    private static Schema status() {
        List<String> names =
                Arrays.stream(JobStatus.values()).map(JobStatus::wire).toList();
        return choice("`completed`, `failed`, `cancelled` and `expired` are final.", names);
    }

    private static Schema endpoint() {
        List<String> paths =
                Arrays.stream(Endpoint.values()).map(Endpoint::path).toList();
        return choice("The document call that the job makes.", paths);
    }

    private static Schema job() {
        Schema job = object(
                "A document call that runs in the background.",
                id(),
                kind("job"),
                member("status", ref("JobStatus")),
                member("endpoint", ref("Endpoint")),
                member("request", orNull(openObject("The request as it was sent. Null with `include_request=false`."))),
                member("response", refOrNull("JobResponse", "The result of a completed job, else null.")),
                member("error", refOrNull("JobError", "Why a failed job failed, else null.")),
                createdAt(),
                startedAt(),
                completedAt(),
                expiresAt(),
                organization(),
                metadata(),
                member("cloud_task_name", orNull(text("Always null; there for clients that know it."))),
                member("cancelled", flag("Whether a client cancelled the job.")),
                member("cancellation", refOrNull("Cancellation", "How the cancel went; null without one.")),
                member("attempt_count", whole("How many times the work was started.")),
                member("last_attempt_at", orNull(time("When the work was last started."))),
                member("last_failure_code", orNull(text("`error.code` of the last failure; a retry keeps it."))),
                member("warnings", orNull(listOf("What the answer could not show, or null.", ref("JobWarning")))));
        // Absent from a job whose creation did not set them.
        return job.addProperty("execution_timeout_seconds", seconds("The limit on one run that its creation set."))
                .addProperty("queue_timeout_seconds", seconds("The limit on waiting that its creation set."));
    }

    private static Schema state() {
        return object(
                "A job without its request and response.",
                id(),
                kind("job"),
                member("status", ref("JobStatus")),
                member("endpoint", ref("Endpoint")),
                member("error", refOrNull("JobError", "Why a failed job failed, else null.")),
                createdAt(),
                startedAt(),
                completedAt(),
                expiresAt(),
                organization(),
                metadata());
    }

    private static Schema response() {
        return object(
                "The answer of the document call.",
                member("status_code", whole("Its HTTP status.")),
                member("body", openObject("Its body.")));
    }

    private static Schema error() {
        String codes = Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).collect(Collectors.joining("`, `"));
        return object(
                "Why the job failed.",
                member("code", text("One of `" + codes + "`, or one that a later version adds.")),
                member("message", text("One sentence for people.")),
                member("details", orNull(openObject("More for programs, or null."))));
    }

    private static Schema warning() {
        return object(
                "Something that the answer could not show.",
                member("code", text("`request_unavailable` or `response_unavailable`: the stored body is gone.")),
                member("message", text("One sentence for people.")),
                member("details", orNull(openObject("More for programs, or null."))));
    }

    private static Schema cancellation() {
        Schema bulkCancel = text("The bulk cancel that it was a part of; absent for a cancel of this job alone.");
        return object(
                        "The record of a cancel that took effect.",
                        member("requested_at", time("When it took effect.")),
                        member("reason", orNull(text("What the caller gave, or null."))),
                        member("outcome", text("Always `cancelled`.")),
                        member("work_started", flag("Whether the job was being worked on at that moment.")),
                        member("stopped_at", orNull(time("When the work is known to have stopped; null until then."))))
                .addProperty("bulk_cancel_id", bulkCancel);
    }

    private static Schema list() {
        Schema cursors = object(
                "The same cursors for newer clients.",
                member("before", orNull(text("Send it as `before` for the previous page; null on the first."))),
                member("after", orNull(text("Send it as `after` for the next page; null on the last."))));
        return object(
                "A page of jobs. It may hold fewer than `limit`, or none, while `has_more` is true: when their bodies are "
                        + "large, or when few of very many jobs fit the filter.",
                kind("list"),
                member("data", listOf("The jobs.", ref("Job"))),
                member(
                        "first_id",
                        orNull(text(
                                "Id of the first job of the page, or, where a page read with `before` ended early, of the job "
                                        + "at which it did."))),
                member(
                        "last_id",
                        orNull(text(
                                "Id of the last job of the page, or, where a page ended early, of the job at which it did. "
                                        + "Send it as `after` for the next page."))),
                member("has_more", flag("Whether there are, or may be, more jobs in the direction of travel.")),
                member("list_metadata", cursors));
    }

    private static Member id() {
        return member("id", text("Unique identifier of the job.").pattern("^job_[A-Za-z0-9_-]{21}$"));
    }

    private static Member kind(String name) {
        return member("object", text("Always `" + name + "`.").constValue(name));
    }

    private static Member createdAt() {
        return member("created_at", time("When the job was created."));
    }

    private static Member startedAt() {
        return member("started_at", orNull(time("When work first started; null if it never did.")));
    }

    private static Member completedAt() {
        return member("completed_at", orNull(time("When the job ended, also by a cancel; null until then.")));
    }

    private static Member expiresAt() {
        return member("expires_at", time("When the job's data expires."));
    }

    private static Member organization() {
        return member("organization_id", text("The organization that owns the job."));
    }

    private static Member metadata() {
        return member("metadata", orNull(CallSchemas.strings("The metadata given at creation, or null.")));
    }
}
