package dev.docket.api;

import dev.docket.job.Job;
import dev.docket.job.JobError;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a direct call is answered when its job has ended without a result. */
final class DirectFailure {
    private DirectFailure() {}

    /** The problem that says why the job has no answer; names the job. */
    static Problem of(Job job) {
        return switch (job.status()) {
            case FAILED -> failed(job, job.error());
            case CANCELLED -> new Problem(409, "job_cancelled", "The call was cancelled as a job.", naming(job), null);
            default ->
                new Problem(504, "job_expired", "The call was not answered before it expired.", naming(job), null);
        };
    }

    /** For a caller whose patience is over. */
    static Problem tookTooLong(Job job, long seconds) {
        return new Problem(
                504,
                "answer_timeout",
                "There was no answer within " + seconds + " seconds, and the work was stopped. Create a job instead.",
                naming(job),
                null);
    }

    private static Problem failed(Job job, JobError error) {
        Map<String, Object> details = naming(job);
        if (error.details() != null) {
            details.putAll(error.details());
        }
        return new Problem(status(error.code()), error.code(), error.message(), details, null);
    }

    /** Whose fault it is by the code's family: the document's, nobody's processor, a time limit, or the service's. */
    private static int status(String code) {
        if (code.startsWith("document_")) {
            return 422;
        }
        return switch (code) {
            case "request_invalid",
                    "schema_invalid",
                    "extraction_incomplete",
                    "text_not_drawable",
                    "upstream_rejected" -> 422;
            case "project_not_found", "template_not_found" -> 404;
            case "processor_not_configured" -> 501;
            case "execution_timeout", "queue_timeout" -> 504;
            default -> code.startsWith("upstream_") || code.startsWith("model_") ? 502 : 500;
        };
    }

    private static Map<String, Object> naming(Job job) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("job_id", job.id().value());
        return details;
    }
}
