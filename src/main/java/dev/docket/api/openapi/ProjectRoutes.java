package dev.docket.api.openapi;

import static dev.docket.api.openapi.Answers.ANY_CALL;
import static dev.docket.api.openapi.Answers.BODY;
import static dev.docket.api.openapi.Answers.QUERY;
import static dev.docket.api.openapi.Parameters.ACCESS_TOKEN;
import static dev.docket.api.openapi.Parameters.PROJECT_ID;
import static dev.docket.api.openapi.ProblemCode.INVALID_REQUEST;
import static dev.docket.api.openapi.ProblemCode.PROJECTS_QUOTA;
import static dev.docket.api.openapi.ProblemCode.PROJECT_NOT_FOUND;
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
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The routes of projects. */
final class ProjectRoutes {
    static final String TAG = "Projects";

    private static final Set<ProblemCode> ONE = EnumSet.of(PROJECT_NOT_FOUND);
    private static final String ADDRESS = "/v1/projects/{project_id}";

    private ProjectRoutes() {}

    static List<Route> all() {
        return List.of(create(), list(), retrieve(), change(), publish(), delete());
    }

    private static Route create() {
        Operation operation = operation("createProject", "Create a project")
                .description("Keeps a schema, and settings, that requests to `/v1/projects/extract` name.")
                .parameters(Parameters.refs(ACCESS_TOKEN))
                .requestBody(JobRoutes.body("CreateProject", ProjectExamples.create())
                        .required(true))
                .responses(project(List.of(ANY_CALL, BODY, EnumSet.of(INVALID_REQUEST, PROJECTS_QUOTA))));
        return new Route(POST, "/v1/projects", operation);
    }

    private static Route list() {
        Operation operation = operation("listProjects", "List projects")
                .description("The projects of your organization, the newest first.")
                .parameters(Stream.concat(
                                Stream.of(
                                        Parameters.query(
                                                "after",
                                                "`last_id` of a page, for the page behind it.",
                                                Schemas.text(null).pattern(ProjectSchemas.ID)),
                                        Parameters.query(
                                                "limit",
                                                "How many projects.",
                                                Schemas.whole(null)
                                                        .minimum(BigDecimal.ONE)
                                                        .maximum(new BigDecimal(100))
                                                        .defaultValue(20))),
                                Parameters.refs(ACCESS_TOKEN).stream())
                        .toList())
                .responses(Answers.of(
                        "A page of projects.", "ProjectList", ProjectExamples.list(), List.of(ANY_CALL, QUERY)));
        return new Route(GET, "/v1/projects", operation);
    }

    private static Route retrieve() {
        Operation operation = operation("retrieveProject", "Retrieve a project")
                .description("The project as it is now.")
                .parameters(Parameters.refs(PROJECT_ID, ACCESS_TOKEN))
                .responses(project(List.of(ANY_CALL, ONE)));
        return new Route(GET, ADDRESS, operation);
    }

    private static Route change() {
        Operation operation = operation("changeProject", "Change a project")
                .description("Changes the name, or the draft. What is left out stays; requests go on with what was last"
                        + " published.")
                .parameters(Parameters.refs(PROJECT_ID, ACCESS_TOKEN))
                .requestBody(JobRoutes.body("ChangeProject", null).required(true))
                .responses(project(List.of(ANY_CALL, BODY, ONE, EnumSet.of(INVALID_REQUEST))));
        return new Route(PATCH, ADDRESS, operation);
    }

    private static Route publish() {
        Operation operation = operation("publishProject", "Publish a project")
                .description("From now on requests in the project use what is its draft now.")
                .parameters(Stream.concat(
                                Parameters.refs(PROJECT_ID).stream(),
                                Stream.concat(
                                        Stream.of(Parameters.query(
                                                "origin", "What is published, in your words.", Schemas.text(null))),
                                        Parameters.refs(ACCESS_TOKEN).stream()))
                        .toList())
                .responses(project(List.of(ANY_CALL, QUERY, BODY, ONE)));
        return new Route(POST, ADDRESS + "/publish", operation);
    }

    private static Route delete() {
        Operation operation = operation("deleteProject", "Delete a project")
                .description("Jobs that name it and have not begun will fail with `project_not_found`.")
                .parameters(Parameters.refs(PROJECT_ID, ACCESS_TOKEN))
                .responses(
                        Answers.of("It is gone.", "ProjectDeleted", ProjectExamples.deleted(), List.of(ANY_CALL, ONE)));
        return new Route(DELETE, ADDRESS, operation);
    }

    private static APIResponses project(List<Set<ProblemCode>> problems) {
        return Answers.of("The project.", "Project", ProjectExamples.project(), problems);
    }

    private static Operation operation(String id, String summary) {
        return OASFactory.createOperation().operationId(id).summary(summary).addTag(TAG);
    }
}
