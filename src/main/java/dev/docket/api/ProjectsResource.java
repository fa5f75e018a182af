package dev.docket.api;

import dev.docket.endpoint.Fault;
import dev.docket.endpoint.RequestCheck;
import dev.docket.job.Payload;
import dev.docket.job.ProjectId;
import dev.docket.project.ChangeProject;
import dev.docket.project.CreateProject;
import dev.docket.project.FindProjects;
import dev.docket.project.Project;
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
 * The projects of the caller's organization. Its path is that of the direct calls, one of which lies below {@code
 * /v1/projects}: among classes only the one with the longest path would be looked at.
 */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectsResource {
    private final CallerContext caller;
    private final BodyReader bodyReader;
    private final BodyWork bodyWork;
    private final RequestCheck check;
    private final CreateProject createProject;
    private final FindProjects findProjects;
    private final ChangeProject changeProject;

    ProjectsResource(
            CallerContext caller,
            BodyReader bodyReader,
            BodyWork bodyWork,
            RequestCheck check,
            CreateProject createProject,
            FindProjects findProjects,
            ChangeProject changeProject) {
        this.caller = caller;
        this.bodyReader = bodyReader;
        this.bodyWork = bodyWork;
        this.check = check;
        this.createProject = createProject;
        this.findProjects = findProjects;
        this.changeProject = changeProject;
    }

    /** Creates a project. */
    @POST
    @Path("/projects")
    public Uni<ObjectDocument> create(@Context HttpServerRequest request) {
        String organization = caller.organization();
        return body(request, check::checkNewProject)
                .chain(body -> createProject.create(organization, body.name(), body.newDraft()))
                .map(made -> made.orElseThrow(() -> new ProblemException(tooMany(createProject.limit()))))
                .map(ProjectsResource::answer);
    }

    /** Lists projects, the newest first. */
    @GET
    @Path("/projects")
    public Uni<ObjectDocument> list(@Context HttpServerRequest request) {
        ProjectPageQuery query = ProjectPageQuery.read(request);
        return findProjects
                .page(caller.organization(), query.after(), query.limit())
                .map(page -> page.orElseThrow(() -> unknownCursor(query.after())))
                .map(page -> new ObjectDocument(ProjectText.list(page)));
    }

    /** Reads a project. */
    @GET
    @Path("/projects/{project_id}")
    public Uni<ObjectDocument> retrieve(@PathParam("project_id") String id) {
        return found(findProjects.byId(caller.organization(), known(id)));
    }

    /** Changes the name or the draft of a project. */
    @PATCH
    @Path("/projects/{project_id}")
    public Uni<ObjectDocument> change(@PathParam("project_id") String id, @Context HttpServerRequest request) {
        String organization = caller.organization();
        ProjectId project = known(id);
        return found(body(request, check::checkProjectChange)
                .chain(body -> changeProject.change(organization, project, body.name(), body.draft())));
    }

    /** Makes the draft what requests use from now on. */
    @POST
    @Path("/projects/{project_id}/publish")
    public Uni<ObjectDocument> publish(@PathParam("project_id") String id, @Context HttpServerRequest request) {
        String organization = caller.organization();
        ProjectId project = known(id);
        String origin = ProjectPageQuery.origin(request);
        return bodyReader
                .readSmall(request)
                .chain(unread -> found(changeProject.publish(organization, project, origin)));
    }

    /** Deletes a project; jobs that name it and have not begun will fail. */
    @DELETE
    @Path("/projects/{project_id}")
    public Uni<ObjectDocument> delete(@PathParam("project_id") String id) {
        return changeProject.delete(caller.organization(), known(id)).map(deleted -> {
            if (!deleted) {
                throw new ProblemException(Problems.projectNotFound());
            }
            return new ObjectDocument(ProjectText.deleted(id));
        });
    }

    private Uni<ProjectBody> body(HttpServerRequest request, Function<Payload, List<Fault>> model) {
        return bodyReader.read(
                request, ProjectBody.MOST_BYTES, body -> bodyWork.run(body, whole -> ProjectBody.read(whole, model)));
    }

    private static Uni<ObjectDocument> found(Uni<Optional<Project>> project) {
        return project.map(found -> found.orElseThrow(() -> new ProblemException(Problems.projectNotFound())))
                .map(ProjectsResource::answer);
    }

    private static ObjectDocument answer(Project project) {
        return new ObjectDocument(ProjectText.of(project));
    }

    /** What cannot be the id of any project is answered as one that is not there. */
    private static ProjectId known(String id) {
        return ProjectId.parse(id).orElseThrow(() -> new ProblemException(Problems.projectNotFound()));
    }

    private static Problem tooMany(int limit) {
        return new Problem(
                409,
                "projects_quota",
                "This organization already has its limit of " + limit + " projects.",
                Map.of("limit", limit),
                null);
    }

    private static ProblemException unknownCursor(ProjectId after) {
        return InvalidRequest.of(
                List.of(new Fault("query.after", "the id of one of your projects", Shown.text(after.value()))));
    }
}
