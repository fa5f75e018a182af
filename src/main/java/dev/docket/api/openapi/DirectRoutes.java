package dev.docket.api.openapi;

import static dev.docket.api.openapi.Answers.ANY_CALL;
import static dev.docket.api.openapi.Answers.BODY;
import static dev.docket.api.openapi.Answers.QUERY;
import static dev.docket.api.openapi.Parameters.ACCESS_TOKEN;
import static dev.docket.api.openapi.Parameters.IDEMPOTENCY_KEY;
import static dev.docket.api.openapi.ProblemCode.ANSWER_TIMEOUT;
import static dev.docket.api.openapi.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static dev.docket.api.openapi.ProblemCode.JOB_CANCELLED;
import static dev.docket.api.openapi.ProblemCode.JOB_EXPIRED;
import static dev.docket.api.openapi.ProblemCode.QUEUED_JOBS_QUOTA;

import dev.docket.endpoint.Endpoint;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** The routes of the document calls themselves. */
final class DirectRoutes {
    static final String TAG = "Direct calls";

    private DirectRoutes() {}

    static List<Route> all() {
        return Arrays.stream(Endpoint.values()).map(DirectRoutes::of).toList();
    }

    private static Route of(Endpoint endpoint) {
        Operation operation = OASFactory.createOperation()
                .operationId("call" + CallSchemas.name(endpoint))
                .summary("Call " + endpoint.path() + " and wait")
                .addTag(TAG)
                .description(
                        "Makes a job of the request, waits for its end and answers with what it brought. The job is"
                                + " named by the header `Docket-Job-Id`, or by `details.job_id` of a refusal, which has the"
                                + " `error.code` that the job failed with.")
                .parameters(Parameters.refs(IDEMPOTENCY_KEY, ACCESS_TOKEN))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(Answers.json(Schemas.ref(CallSchemas.model(endpoint)), null)))
                .responses(Answers.of(
                        "The answer of the call.",
                        "DirectAnswer",
                        null,
                        List.of(
                                ANY_CALL,
                                QUERY,
                                BODY,
                                EnumSet.of(IDEMPOTENCY_KEY_REUSED, QUEUED_JOBS_QUOTA),
                                EnumSet.of(JOB_CANCELLED, JOB_EXPIRED, ANSWER_TIMEOUT))));
        return new Route(HttpMethod.POST, endpoint.path(), operation);
    }
}
