package dev.docket.api.openapi;

import java.util.Locale;

/** The published codes of {@code detail.code} that the routes of jobs answer with. */
public enum ProblemCode {
    MALFORMED_JSON(400, "The body is not one JSON value in UTF-8."),
    MALFORMED_FORM(400, "The body is not a form as its Content-Type says."),
    MALFORMED_QUERY(400, "The query string cannot be decoded."),
    BODY_INCOMPLETE(400, "The body ended before it was complete."),
    JOB_ALREADY_CANCELLED(400, "The job was cancelled before this call."),
    JOB_NOT_CANCELLABLE(400, "The job was completed, failed or expired before this call."),
    JOB_NOT_RETRYABLE(400, "The job is completed, or has not ended yet."),
    UNAUTHORIZED(401, "There is no key in the call, or none that is good."),
    JOB_NOT_FOUND(404, "Your organization has no such job."),
    BULK_CANCEL_NOT_FOUND(404, "Your organization has no such bulk cancel."),
    PROJECT_NOT_FOUND(404, "Your organization has no such project."),
    TEMPLATE_NOT_FOUND(404, "Your organization has no such template."),
    BODY_TIMEOUT(408, "The client paused for too long while it sent the body."),
    IDEMPOTENCY_KEY_REUSED(409, "The Idempotency-Key was used with another body."),
    JOB_NOT_QUEUED(409, "`only_if_queued` was asked for and the work has started; nothing was changed."),
    JOB_CANCELLED(409, "The job of this call was cancelled by another call."),
    PROJECTS_QUOTA(409, "Your organization has as many projects as it may."),
    TEMPLATES_QUOTA(409, "Your organization has as many templates as it may."),
    PAYLOAD_TOO_LARGE(413, "The body is over the limit in `details.limit_bytes`."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of another type than this call takes."),
    INVALID_REQUEST(422, "Something in the call is wrong; `details.errors` lists each fault with its path."),
    QUEUED_JOBS_QUOTA(429, "Your organization has as many queued jobs as it may."),
    RUNNING_BULK_CANCELS_QUOTA(429, "Your organization has as many running bulk cancels as it may."),
    INTERNAL_ERROR(500, "The service failed; its log has more under `details.request_id`."),
    DATABASE_UNAVAILABLE(503, "The service cannot reach its database just now."),
    BUSY(503, "Too many large bodies are being received just now."),
    JOB_EXPIRED(504, "The job of this call expired before it was done."),
    ANSWER_TIMEOUT(504, "There was no answer in time; the work was stopped.");

    private final int status;
    private final String meaning;

    ProblemCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    /** The status of the answers that carry it. */
    public int status() {
        return status;
    }

    /** One sentence on what it tells the client. */
    public String meaning() {
        return meaning;
    }

    /** The code on the wire, for example {@code job_not_found}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
