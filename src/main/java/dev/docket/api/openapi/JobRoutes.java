package dev.docket.api.openapi;

import static dev.docket.api.openapi.Answers.ANY_CALL;
import static dev.docket.api.openapi.Answers.BODY;
import static dev.docket.api.openapi.Answers.QUERY;
import static dev.docket.api.openapi.Parameters.ACCESS_TOKEN;
import static dev.docket.api.openapi.Parameters.IDEMPOTENCY_KEY;
import static dev.docket.api.openapi.Parameters.INCLUDE_REQUEST;
import static dev.docket.api.openapi.Parameters.INCLUDE_RESPONSE;
import static dev.docket.api.openapi.Parameters.JOB_ID;
import static dev.docket.api.openapi.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static dev.docket.api.openapi.ProblemCode.JOB_ALREADY_CANCELLED;
import static dev.docket.api.openapi.ProblemCode.JOB_NOT_CANCELLABLE;
import static dev.docket.api.openapi.ProblemCode.JOB_NOT_FOUND;
import static dev.docket.api.openapi.ProblemCode.JOB_NOT_QUEUED;
import static dev.docket.api.openapi.ProblemCode.JOB_NOT_RETRYABLE;
import static dev.docket.api.openapi.ProblemCode.PROJECT_NOT_FOUND;
import static dev.docket.api.openapi.ProblemCode.QUEUED_JOBS_QUOTA;
import static dev.docket.api.openapi.ProblemCode.TEMPLATE_NOT_FOUND;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.GET;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.POST;

import java.util.EnumSet;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** The routes of jobs. */
final class JobRoutes {
    static final String TAG = "Jobs";

    private JobRoutes() {}

    static List<Route> all() {
        return List.of(create(), list(), retrieve(), status(), cancel(), retry());
    }

    private static Route create() {
        Operation operation = operation("createJob", "Create a job")
                .description("Checks the request against the model of its endpoint, stores the job and queues it. What"
                        + " is answered with 200 is stored.")
                .parameters(Parameters.refs(INCLUDE_REQUEST, INCLUDE_RESPONSE, IDEMPOTENCY_KEY, ACCESS_TOKEN))
                .requestBody(body("CreateJob", Examples.create()).required(true))
                .responses(Answers.of(
                        "The job; with a repeated `Idempotency-Key`, the one of the first call.",
                        "Job",
                        Examples.queued(),
                        List.of(
                                ANY_CALL,
                                QUERY,
                                BODY,
                                EnumSet.of(IDEMPOTENCY_KEY_REUSED, QUEUED_JOBS_QUOTA),
                                EnumSet.of(PROJECT_NOT_FOUND, TEMPLATE_NOT_FOUND))));
        return new Route(POST, "/v1/jobs", operation);
    }

    private static Route list() {
        Operation operation = operation("listJobs", "List jobs")
                .description("The jobs of your organization, a page at a time. Filters narrow the list together.")
                .parameters(ListParameters.all())
                .responses(Answers.of("A page of jobs.", "JobList", Examples.list(), List.of(ANY_CALL, QUERY)));
        return new Route(GET, "/v1/jobs", operation);
    }

    private static Route retrieve() {
        Operation operation = operation("retrieveJob", "Retrieve a job")
                .description("The job as it is now, with its request and response unless they are declined.")
                .parameters(Parameters.refs(JOB_ID, INCLUDE_REQUEST, INCLUDE_RESPONSE, ACCESS_TOKEN))
                .responses(Answers.of(
                        "The job.", "Job", Examples.completed(), List.of(ANY_CALL, QUERY, EnumSet.of(JOB_NOT_FOUND))));
        return new Route(GET, "/v1/jobs/{job_id}", operation);
    }

    private static Route status() {
        Operation operation = operation("retrieveJobStatus", "Retrieve the status of a job")
                .description("The job without its request and response: small, and made to be polled.")
                .parameters(Parameters.refs(JOB_ID, ACCESS_TOKEN))
                .responses(Answers.of(
                        "The state of the job.",
                        "JobState",
                        Examples.state(),
                        List.of(ANY_CALL, EnumSet.of(JOB_NOT_FOUND))));
        return new Route(GET, "/v1/jobs/{job_id}/status", operation);
    }

    private static Route cancel() {
        Operation operation = operation("cancelJob", "Cancel a job")
                .description("Cancels a job that has not ended, and stops its work. If the job ends by itself while the"
                        + " call is under way, the answer is that job: its `status` tells who was first. A job answered"
                        + " `cancelled` shows no response later, unless it is retried.")
                .parameters(Parameters.refs(JOB_ID, INCLUDE_REQUEST, INCLUDE_RESPONSE, IDEMPOTENCY_KEY, ACCESS_TOKEN))
                .requestBody(body("CancelJob", Examples.cancel()))
                .responses(Answers.of(
                        "The job as it is after the call.",
                        "Job",
                        Examples.cancelled(),
                        List.of(
                                ANY_CALL,
                                QUERY,
                                BODY,
                                EnumSet.of(JOB_NOT_FOUND, JOB_NOT_QUEUED),
                                EnumSet.of(JOB_ALREADY_CANCELLED, JOB_NOT_CANCELLABLE))));
        return new Route(POST, "/v1/jobs/{job_id}/cancel", operation);
    }

    private static Route retry() {
        Operation operation = operation("retryJob", "Retry a job")
                .description("Queues a failed, cancelled or expired job again under its id, with a new expiry.")
                .parameters(Parameters.refs(JOB_ID, INCLUDE_REQUEST, INCLUDE_RESPONSE, IDEMPOTENCY_KEY, ACCESS_TOKEN))
                .requestBody(body("RetryJob", null))
                .responses(Answers.of(
                        "The job, queued.",
                        "Job",
                        Examples.retried(),
                        List.of(
                                ANY_CALL,
                                QUERY,
                                BODY,
                                EnumSet.of(JOB_NOT_FOUND, JOB_NOT_RETRYABLE, QUEUED_JOBS_QUOTA))));
        return new Route(POST, "/v1/jobs/{job_id}/retry", operation);
    }

    static Operation operation(String id, String summary) {
        return OASFactory.createOperation().operationId(id).summary(summary).addTag(TAG);
    }

    static RequestBody body(String schema, Object example) {
        return OASFactory.createRequestBody().content(Answers.json(Schemas.ref(schema), example));
    }
}
