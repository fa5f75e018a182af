package dev.docket.api;

import dev.docket.endpoint.Fault;
import dev.docket.endpoint.RequestCheck;
import dev.docket.job.Payload;
import dev.docket.job.TemplateId;
import dev.docket.template.ChangeTemplate;
import dev.docket.template.CreateTemplate;
import dev.docket.template.FindTemplates;
import dev.docket.template.NewTemplate;
import dev.docket.template.Template;
import dev.docket.template.TemplatesConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The templates of the caller's organization. Its path is that of the direct calls, two of which lie below {@code
 * /v1/edit/templates}: among classes only the one with the longest path would be looked at.
 */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {
    private static final String ONE = "/edit/templates/{template_id}";

    private final CallerContext caller;
    private final BodyReader bodyReader;
    private final BodyWork bodyWork;
    private final RequestCheck check;
    private final TemplatesConfig config;
    private final CreateTemplate createTemplate;
    private final FindTemplates findTemplates;
    private final ChangeTemplate changeTemplate;

    TemplatesResource(
            CallerContext caller,
            BodyReader bodyReader,
            BodyWork bodyWork,
            RequestCheck check,
            TemplatesConfig config,
            CreateTemplate createTemplate,
            FindTemplates findTemplates,
            ChangeTemplate changeTemplate) {
        this.caller = caller;
        this.bodyReader = bodyReader;
        this.bodyWork = bodyWork;
        this.check = check;
        this.config = config;
        this.createTemplate = createTemplate;
        this.findTemplates = findTemplates;
        this.changeTemplate = changeTemplate;
    }

    /** Creates a template. */
    @POST
    @Path("/edit/templates")
    public Uni<ObjectDocument> create(@Context HttpServerRequest request) {
        String organization = caller.organization();
        return bodyReader.read(
                request,
                TemplateBody.most(config),
                body -> bodyWork.run(body, whole -> TemplateBody.read(whole, check::checkNewTemplate, config))
                        .chain(template -> createTemplate.create(organization, template))
                        .map(this::made));
    }

    /** Lists templates, the newest first unless asked otherwise. */
    @GET
    @Path("/edit/templates")
    public Uni<ObjectDocument> list(@Context HttpServerRequest request) {
        FindTemplates.Asked asked = TemplatePageQuery.read(request);
        return findTemplates
                .page(caller.organization(), asked)
                .map(page -> page.orElseThrow(() -> unknownCursor(asked)))
                .map(page -> new ObjectDocument(TemplateText.list(page, asked)));
    }

    /** Reads a template with all of its document. */
    @GET
    @Path(ONE)
    public Uni<ObjectDocument> retrieve(@PathParam("template_id") String id) {
        return found(findTemplates.whole(caller.organization(), known(id)));
    }

    /** Changes the name or the fields of a template. */
    @PATCH
    @Path(ONE)
    public Uni<ObjectDocument> change(@PathParam("template_id") String id, @Context HttpServerRequest request) {
        String organization = caller.organization();
        TemplateId template = known(id);
        return found(body(request, check::checkTemplateChange)
                .chain(body -> changeTemplate.change(
                        organization,
                        template,
                        body.name(),
                        body.fields(),
                        body.fields() == null ? null : body.fieldCount())));
    }

    /** Makes a template with the same document and fields. */
    @POST
    @Path(ONE + "/duplicate")
    public Uni<ObjectDocument> duplicate(@PathParam("template_id") String id, @Context HttpServerRequest request) {
        String organization = caller.organization();
        TemplateId original = known(id);
        return body(request, check::checkTemplateChange)
                .call(body -> found(findTemplates.byId(organization, original)))
                .chain(body -> createTemplate.duplicate(organization, original, body.name()))
                .map(this::made);
    }

    /** Deletes a template; jobs that name it and have not begun will fail. */
    @DELETE
    @Path(ONE)
    public Uni<ObjectDocument> delete(@PathParam("template_id") String id) {
        return changeTemplate.delete(caller.organization(), known(id)).map(deleted -> {
            if (!deleted) {
                throw new ProblemException(Problems.templateNotFound());
            }
            return new ObjectDocument(TemplateText.deleted(id));
        });
    }

    private Uni<NewTemplate> body(HttpServerRequest request, Function<Payload, List<Fault>> model) {
        return bodyReader.read(
                request,
                TemplateBody.most(config),
                body -> bodyWork.run(body, whole -> TemplateBody.readIfAny(whole, model, config)));
    }

    private ObjectDocument made(Optional<Template> made) {
        return answer(made.orElseThrow(() -> new ProblemException(tooMany(createTemplate.limit()))));
    }

    private static Uni<ObjectDocument> found(Uni<Optional<Template>> template) {
        return template.map(found -> found.orElseThrow(() -> new ProblemException(Problems.templateNotFound())))
                .map(TemplatesResource::answer);
    }

    private static ObjectDocument answer(Template template) {
        return new ObjectDocument(TemplateText.of(template));
    }

    /** What cannot be the id of any template is answered as one that is not there. */
    private static TemplateId known(String id) {
        return TemplateId.parse(id).orElseThrow(() -> new ProblemException(Problems.templateNotFound()));
    }

    private static Problem tooMany(int limit) {
        return new Problem(
                409,
                "templates_quota",
                "This organization already has its limit of " + limit + " templates.",
                Map.of("limit", limit),
                null);
    }

    private static ProblemException unknownCursor(FindTemplates.Asked asked) {
        return InvalidRequest.of(List.of(new Fault(
                asked.backwards() ? "query.before" : "query.after",
                "the id of one of your templates",
                Shown.text(asked.cursor().value()))));
    }
}
