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
import static dev.docket.api.openapi.ProblemCode.MALFORMED_FORM;
import static dev.docket.api.openapi.ProblemCode.PROJECT_NOT_FOUND;
import static dev.docket.api.openapi.ProblemCode.QUEUED_JOBS_QUOTA;
import static dev.docket.api.openapi.ProblemCode.TEMPLATE_NOT_FOUND;
import static dev.docket.api.openapi.ProblemCode.UNSUPPORTED_MEDIA_TYPE;

import dev.docket.endpoint.Endpoint;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The routes of the document calls themselves. */
final class DirectRoutes {
    static final String TAG = "Direct calls";

    private DirectRoutes() {}

    static List<Route> all() {
        return Stream.concat(
                        Arrays.stream(Endpoint.values())
                                .map(endpoint -> of(endpoint, endpoint.path(), CallSchemas.name(endpoint))),
                        Stream.of(
                                of(Endpoint.DOCUMENTS_EXTRACT, "/v1/documents/extractions", "DocumentsExtractions"),
                                form("", false),
                                form("/{iteration_id}", true)))
                .toList();
    }

    /** The form of a call in a project, which names it in its address. */
    private static Route form(String iteration, boolean inIteration) {
        Stream<Parameter> named = inIteration
                ? Stream.of(Parameters.of(
                                "iteration_id",
                                Parameter.In.PATH,
                                "Projects have no iterations here: the call is refused.",
                                Schemas.text(null))
                        .required(true))
                : Stream.of();
        Operation operation = OASFactory.createOperation()
                .operationId(inIteration ? "extractInIteration" : "extractInProject")
                .summary("Extract in a project, by a form, and wait")
                .addTag(TAG)
                .description("The same as `/v1/projects/extract` for clients that send files as files.")
                .parameters(Stream.of(
                                Parameters.refs(Parameters.PROJECT_ID).stream(),
                                named,
                                Parameters.refs(IDEMPOTENCY_KEY, ACCESS_TOKEN).stream())
                        .flatMap(Function.identity())
                        .toList())
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "multipart/form-data",
                                        OASFactory.createMediaType().schema(Schemas.ref("ProjectForm")))))
                .responses(answers(EnumSet.of(MALFORMED_FORM, UNSUPPORTED_MEDIA_TYPE, PROJECT_NOT_FOUND)));
        return new Route(HttpMethod.POST, "/v1/projects/extract/{project_id}" + iteration, operation);
    }

    private static Route of(Endpoint endpoint, String path, String name) {
        Operation operation = OASFactory.createOperation()
                .operationId("call" + name)
                .summary("Call " + path + " and wait")
                .addTag(TAG)
                .description(
                        "Makes a job of the request, waits for its end and answers with what it brought. The job is"
                                + " named by the header `Docket-Job-Id`, or by `details.job_id` of a refusal, which has the"
                                + " `error.code` that the job failed with.")
                .parameters(Parameters.refs(IDEMPOTENCY_KEY, ACCESS_TOKEN))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(Answers.json(Schemas.ref(CallSchemas.model(endpoint)), null)))
                .responses(answers(own(endpoint)));
        return new Route(HttpMethod.POST, path, operation);
    }

    private static Set<ProblemCode> own(Endpoint endpoint) {
        return switch (endpoint) {
            case PROJECTS_EXTRACT -> EnumSet.of(PROJECT_NOT_FOUND);
            case EDIT_AGENT_FILL, EDIT_TEMPLATES_FILL -> EnumSet.of(TEMPLATE_NOT_FOUND);
            default -> EnumSet.noneOf(ProblemCode.class);
        };
    }

    private static APIResponses answers(Set<ProblemCode> own) {
        return Answers.of(
                "The answer of the call.",
                "DirectAnswer",
                null,
                List.of(
                        ANY_CALL,
                        QUERY,
                        BODY,
                        own,
                        EnumSet.of(IDEMPOTENCY_KEY_REUSED, QUEUED_JOBS_QUOTA),
                        EnumSet.of(JOB_CANCELLED, JOB_EXPIRED, ANSWER_TIMEOUT)));
    }
}
