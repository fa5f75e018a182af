package dev.docket.api.openapi;

import static dev.docket.api.openapi.Answers.ANY_CALL;
import static dev.docket.api.openapi.Answers.BODY;
import static dev.docket.api.openapi.Answers.QUERY;
import static dev.docket.api.openapi.Parameters.ACCESS_TOKEN;
import static dev.docket.api.openapi.Parameters.TEMPLATE_ID;
import static dev.docket.api.openapi.ProblemCode.INVALID_REQUEST;
import static dev.docket.api.openapi.ProblemCode.TEMPLATES_QUOTA;
import static dev.docket.api.openapi.ProblemCode.TEMPLATE_NOT_FOUND;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.DELETE;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.GET;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.PATCH;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.POST;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The routes of templates. */
final class TemplateRoutes {
    static final String TAG = "Templates";

    private static final String ALL = "/v1/edit/templates";
    private static final String ADDRESS = ALL + "/{template_id}";
    private static final Set<ProblemCode> ONE = EnumSet.of(TEMPLATE_NOT_FOUND);

    private TemplateRoutes() {}

    static List<Route> all() {
        return List.of(create(), list(), retrieve(), change(), duplicate(), delete());
    }

    private static Route create() {
        Operation operation = operation("createTemplate", "Create a template")
                .description("Keeps an empty form with its fields, for requests that name it.")
                .parameters(Parameters.refs(ACCESS_TOKEN))
                .requestBody(JobRoutes.body("CreateTemplate", TemplateExamples.create())
                        .required(true))
                .responses(template(List.of(ANY_CALL, BODY, EnumSet.of(INVALID_REQUEST, TEMPLATES_QUOTA))));
        return new Route(POST, ALL, operation);
    }

    private static Route list() {
        Schema limit = Schemas.whole(null).minimum(BigDecimal.ONE).maximum(new BigDecimal(100));
        Operation operation = operation("listTemplates", "List templates")
                .description("The templates of your organization, the newest first unless asked otherwise.")
                .parameters(Stream.concat(
                                Stream.of(
                                        cursor("after", "`list_metadata.after` of a page, for the page behind it."),
                                        cursor("before", "`list_metadata.before` of a page, for the page before it."),
                                        Parameters.query("limit", "How many templates.", limit.defaultValue(10)),
                                        Parameters.query(
                                                "order",
                                                "By the time they were made.",
                                                Schemas.choice(null, List.of("asc", "desc"))),
                                        Parameters.query(
                                                "filename", "A part of the name of the document.", Schemas.text(null)),
                                        Parameters.query(
                                                "mime_type",
                                                "Of the document; they are all the same.",
                                                Schemas.choice(null, List.of("application/pdf"))),
                                        Parameters.query(
                                                "sort_by",
                                                "Sent by some clients.",
                                                Schemas.choice(null, List.of("created_at"))),
                                        Parameters.query(
                                                "include_embeddings",
                                                "Sent by some clients; there are none.",
                                                Schemas.flag(null))),
                                Parameters.refs(ACCESS_TOKEN).stream())
                        .toList())
                .responses(Answers.of(
                        "A page of templates.", "TemplateList", TemplateExamples.list(), List.of(ANY_CALL, QUERY)));
        return new Route(GET, ALL, operation);
    }

    private static Route retrieve() {
        Operation operation = operation("retrieveTemplate", "Retrieve a template")
                .description("The template with all of its document.")
                .parameters(Parameters.refs(TEMPLATE_ID, ACCESS_TOKEN))
                .responses(template(List.of(ANY_CALL, ONE)));
        return new Route(GET, ADDRESS, operation);
    }

    private static Route change() {
        Operation operation = operation("changeTemplate", "Change a template")
                .description("Changes the name, or all of the fields. What is left out stays.")
                .parameters(Parameters.refs(TEMPLATE_ID, ACCESS_TOKEN))
                .requestBody(JobRoutes.body("ChangeTemplate", null).required(true))
                .responses(template(List.of(ANY_CALL, BODY, ONE, EnumSet.of(INVALID_REQUEST))));
        return new Route(PATCH, ADDRESS, operation);
    }

    private static Route duplicate() {
        Operation operation = operation("duplicateTemplate", "Duplicate a template")
                .description("Makes a template with the same document and fields.")
                .parameters(Parameters.refs(TEMPLATE_ID, ACCESS_TOKEN))
                .requestBody(JobRoutes.body("ChangeTemplate", null))
                .responses(template(List.of(ANY_CALL, BODY, ONE, EnumSet.of(INVALID_REQUEST, TEMPLATES_QUOTA))));
        return new Route(POST, ADDRESS + "/duplicate", operation);
    }

    private static Route delete() {
        Operation operation = operation("deleteTemplate", "Delete a template")
                .description("Jobs that name it and have not begun will fail with `template_not_found`.")
                .parameters(Parameters.refs(TEMPLATE_ID, ACCESS_TOKEN))
                .responses(Answers.of(
                        "It is gone.", "TemplateDeleted", TemplateExamples.deleted(), List.of(ANY_CALL, ONE)));
        return new Route(DELETE, ADDRESS, operation);
    }

    private static Parameter cursor(String name, String description) {
        return Parameters.query(name, description, Schemas.text(null).pattern(TemplateSchemas.ID));
    }

    private static APIResponses template(List<Set<ProblemCode>> problems) {
        return Answers.of("The template.", "Template", TemplateExamples.template(), problems);
    }

    private static Operation operation(String id, String summary) {
        return OASFactory.createOperation().operationId(id).summary(summary).addTag(TAG);
    }
}
