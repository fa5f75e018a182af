package dev.docket.api;

import dev.docket.endpoint.Endpoint;
import dev.docket.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** The nine document calls themselves, answered directly. */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class DirectResource {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final CallerContext caller;
    private final BodyReader bodyReader;
    private final BodyWork bodyWork;
    private final AnswerDirectly answerDirectly;

    DirectResource(CallerContext caller, BodyReader bodyReader, BodyWork bodyWork, AnswerDirectly answerDirectly) {
        this.caller = caller;
        this.bodyReader = bodyReader;
        this.bodyWork = bodyWork;
        this.answerDirectly = answerDirectly;
    }

    @POST
    @Path("/documents/extract")
    public Uni<RestResponse<Document>> extract(@Context RoutingContext call) {
        return answer(Endpoint.DOCUMENTS_EXTRACT, call);
    }

    /** Where the Python clients send the same. */
    @POST
    @Path("/documents/extractions")
    public Uni<RestResponse<Document>> extractions(@Context RoutingContext call) {
        return answer(Endpoint.DOCUMENTS_EXTRACT, call);
    }

    @POST
    @Path("/documents/parse")
    public Uni<RestResponse<Document>> parse(@Context RoutingContext call) {
        return answer(Endpoint.DOCUMENTS_PARSE, call);
    }

    @POST
    @Path("/documents/split")
    public Uni<RestResponse<Document>> split(@Context RoutingContext call) {
        return answer(Endpoint.DOCUMENTS_SPLIT, call);
    }

    @POST
    @Path("/documents/classify")
    public Uni<RestResponse<Document>> classify(@Context RoutingContext call) {
        return answer(Endpoint.DOCUMENTS_CLASSIFY, call);
    }

    @POST
    @Path("/schemas/generate")
    public Uni<RestResponse<Document>> generateSchema(@Context RoutingContext call) {
        return answer(Endpoint.SCHEMAS_GENERATE, call);
    }

    @POST
    @Path("/edit/agent/fill")
    public Uni<RestResponse<Document>> fill(@Context RoutingContext call) {
        return answer(Endpoint.EDIT_AGENT_FILL, call);
    }

    @POST
    @Path("/edit/templates/fill")
    public Uni<RestResponse<Document>> fillTemplate(@Context RoutingContext call) {
        return answer(Endpoint.EDIT_TEMPLATES_FILL, call);
    }

    @POST
    @Path("/edit/templates/generate")
    public Uni<RestResponse<Document>> generateTemplate(@Context RoutingContext call) {
        return answer(Endpoint.EDIT_TEMPLATES_GENERATE, call);
    }

    @POST
    @Path("/projects/extract")
    public Uni<RestResponse<Document>> extractForProject(@Context RoutingContext call) {
        return answer(Endpoint.PROJECTS_EXTRACT, call);
    }

    /** The form that the published clients send. */
    @POST
    @Path("/projects/extract/{project_id}")
    public Uni<RestResponse<Document>> extractInProject(
            @PathParam("project_id") String project, @Context RoutingContext call) {
        return answerForm(new FormRequest(project, null), call);
    }

    /** The same for an iteration of a project. */
    @POST
    @Path("/projects/extract/{project_id}/{iteration_id}")
    public Uni<RestResponse<Document>> extractInIteration(
            @PathParam("project_id") String project,
            @PathParam("iteration_id") String iteration,
            @Context RoutingContext call) {
        return answerForm(new FormRequest(project, iteration), call);
    }

    private Uni<RestResponse<Document>> answerForm(FormRequest form, RoutingContext call) {
        String organization = caller.organization();
        HttpServerRequest request = call.request();
        String key = request.getHeader(IDEMPOTENCY_KEY);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return bodyReader
                .<Job>readForm(
                        request,
                        body -> bodyWork.run(body, whole -> form.read(type, whole))
                                .chain(json ->
                                        answerDirectly.accept(organization, Endpoint.PROJECTS_EXTRACT, key, json)))
                .chain(job -> answerDirectly.answer(job, call));
    }

    /** The body's memory is free again as soon as the job is stored, long before the answer. */
    private Uni<RestResponse<Document>> answer(Endpoint endpoint, RoutingContext call) {
        String organization = caller.organization();
        HttpServerRequest request = call.request();
        String key = request.getHeader(IDEMPOTENCY_KEY);
        return bodyReader
                .read(request, body -> answerDirectly.accept(organization, endpoint, key, body))
                .chain(job -> answerDirectly.answer(job, call));
    }
}
