package dev.docket.api;

import dev.docket.job.JobId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The named problems of the API. */
public final class Problems {
    private static final int LONGEST_DATABASE_WAIT = 5;

    private Problems() {}

    public static Problem unauthorized() {
        return new Problem(
                401,
                "unauthorized",
                "A valid API key is required in the Api-Key header or the access_token parameter.");
    }

    /** Also the answer for a job of another organization, and for a text that is no job's id. */
    public static Problem jobNotFound(JobId id) {
        return new Problem(404, "job_not_found", "There is no job " + id + ".");
    }

    /** For a text in the place of an id that cannot be one. */
    public static Problem noSuchJob() {
        return new Problem(404, "job_not_found", "There is no such job.");
    }

    /** Also the answer for one of another organization, and for a text that is no bulk cancel's id. */
    public static Problem bulkCancelNotFound() {
        return new Problem(404, "bulk_cancel_not_found", "There is no such bulk cancel.");
    }

    /** Also the answer for one of another organization, and for a text that is no project's id. */
    public static Problem projectNotFound() {
        return new Problem(404, "project_not_found", "There is no such project.");
    }

    /** Also the answer for one of another organization, and for a text that is no template's id. */
    public static Problem templateNotFound() {
        return new Problem(404, "template_not_found", "There is no such template.");
    }

    public static Problem routeNotFound() {
        return new Problem(404, "not_found", "There is nothing at this address.");
    }

    /** For a process that only runs jobs. */
    public static Problem notServedHere() {
        return new Problem(404, "not_served_here", "This process runs jobs and answers no clients; see docket.roles.");
    }

    public static Problem methodNotAllowed() {
        return new Problem(405, "method_not_allowed", "This address does not answer this method; see Allow.");
    }

    public static Problem unsupportedMediaType() {
        return new Problem(415, "unsupported_media_type", "The body has to be application/json.");
    }

    /** @param limit in bytes */
    public static Problem payloadTooLarge(long limit) {
        return new Problem(
                413,
                "payload_too_large",
                "The body is larger than the limit of " + limit + " bytes.",
                Map.of("limit_bytes", limit),
                null);
    }

    public static Problem malformedJson(int line, int column) {
        return new Problem(
                400,
                "malformed_json",
                "The body is not valid JSON, see line " + line + ", column " + column + ".",
                Map.of("line", line, "column", column),
                null);
    }

    public static Problem invalidBody(String path) {
        return new Problem(
                422, "invalid_body", "The body does not have the expected shape.", Map.of("path", path), null);
    }

    public static Problem queuedJobsQuota(int limit, Duration retryAfter) {
        return new Problem(
                429,
                "queued_jobs_quota",
                "This organization already has its limit of " + limit + " queued jobs.",
                Map.of("limit", limit),
                retryAfter);
    }

    /** The wait differs from call to call, so that clients do not come back all at once. */
    public static Problem databaseUnavailable() {
        return databaseUnavailable("The service cannot reach its database just now. Nothing was lost; try again.");
    }

    /** The same for a call whose turn at the database did not come. */
    public static Problem noConnectionFree() {
        return databaseUnavailable(
                "No connection of the service to its database came free in time. Nothing was lost; try again.");
    }

    private static Problem databaseUnavailable(String message) {
        int wait = ThreadLocalRandom.current().nextInt(1, LONGEST_DATABASE_WAIT + 1);
        return new Problem(503, "database_unavailable", message, null, Duration.ofSeconds(wait));
    }

    public static Problem internalError(String requestId) {
        return new Problem(
                500,
                "internal_error",
                "The service failed to answer. Its log has more under request id " + requestId + ".",
                Map.of("request_id", requestId),
                null);
    }

    /** For the statuses that have no problem of their own. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> routeNotFound();
            case 405 -> methodNotAllowed();
            case 406 -> new Problem(406, "not_acceptable", "Answers are application/json only.");
            case 415 -> unsupportedMediaType();
            default -> new Problem(status, "http_" + status, "The request was refused with status " + status + ".");
        };
    }
}
