package dev.docket.api;

import dev.docket.endpoint.Fault;
import dev.docket.job.Job;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.store.ReadJobs;
import dev.docket.trace.AboutJob;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The jobs of the caller's organization. */
@Singleton
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final CallerContext caller;
    private final BodyReader bodyReader;
    private final BodyLimits limits;
    private final AcceptJob acceptJob;
    private final StopJob stopJob;
    private final RunAgain runAgain;
    private final ReadJobs readJobs;

    JobsResource(
            CallerContext caller,
            BodyReader bodyReader,
            BodyLimits limits,
            AcceptJob acceptJob,
            StopJob stopJob,
            RunAgain runAgain,
            ReadJobs readJobs) {
        this.caller = caller;
        this.bodyReader = bodyReader;
        this.limits = limits;
        this.acceptJob = acceptJob;
        this.stopJob = stopJob;
        this.runAgain = runAgain;
        this.readJobs = readJobs;
    }

    /** Creates a job. */
    @POST
    public Uni<JobDocument> create(@Context HttpServerRequest request, @HeaderParam(IDEMPOTENCY_KEY) String key) {
        String organization = caller.organization();
        PayloadChoice payloads = PayloadChoice.read(request);
        return bodyReader
                .read(request, body -> acceptJob.accept(organization, key, body))
                .map(accepted -> new JobDocument(accepted.job(), payloads, accepted.request()));
    }

    /** Lists jobs, the newest first. */
    @GET
    public Uni<JobListDocument> list(@Context HttpServerRequest request) {
        ListQuery query = ListQuery.read(request);
        return readJobs.page(caller.organization(), query.filter(), query.page())
                .map(page -> JobListDocument.of(
                        page.orElseThrow(() -> unknownCursor(query)),
                        query.page(),
                        query.payloads(),
                        limits.pageBytes().asLongValue()));
    }

    /** Reads a job with its bodies. */
    @GET
    @Path("/{job_id}")
    public Uni<JobDocument> retrieve(@PathParam("job_id") String id, @Context HttpServerRequest request) {
        PayloadChoice payloads = PayloadChoice.read(request);
        return find(id).map(job -> new JobDocument(job, payloads));
    }

    /** Reads the state of a job, without its bodies. */
    @GET
    @Path("/{job_id}/status")
    public Uni<JobDocument> status(@PathParam("job_id") String id) {
        return find(id).map(JobDocument::light);
    }

    /** Cancels a job. */
    @POST
    @Path("/{job_id}/cancel")
    public Uni<JobDocument> cancel(
            @PathParam("job_id") String id,
            @Context HttpServerRequest request,
            @HeaderParam(IDEMPOTENCY_KEY) String key) {
        String organization = caller.organization();
        String token = IdempotencyText.tokenOf(key);
        return onJob(id, request, (job, body) -> stopJob.stop(organization, job, token, CancelBody.read(body)));
    }

    /** Runs a failed, cancelled or expired job again. */
    @POST
    @Path("/{job_id}/retry")
    public Uni<JobDocument> retry(
            @PathParam("job_id") String id,
            @Context HttpServerRequest request,
            @HeaderParam(IDEMPOTENCY_KEY) String key) {
        String organization = caller.organization();
        String token = IdempotencyText.tokenOf(key);
        return onJob(id, request, (job, body) -> {
            RetryBody.check(body);
            return runAgain.runAgain(organization, job, token).map(again -> new Answered(again, null));
        });
    }

    /** What a call with a small body, or none, does to one job. */
    private interface Deed {
        Uni<Answered> on(JobId job, Payload body);
    }

    private Uni<JobDocument> onJob(String id, HttpServerRequest request, Deed deed) {
        PayloadChoice payloads = PayloadChoice.read(request);
        JobId job = known(id);
        return bodyReader
                .readSmall(request)
                .chain(body -> deed.on(job, body))
                .map(answer -> new JobDocument(answer.job(), payloads, answer.request()));
    }

    private Uni<Job> find(String id) {
        JobId job = known(id);
        return readJobs.byId(caller.organization(), job)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problems.jobNotFound(job))));
    }

    /** What cannot be the id of any job is answered as one that is not there. */
    private static JobId known(String id) {
        JobId job = JobId.parse(id).orElseThrow(() -> new ProblemException(Problems.noSuchJob()));
        AboutJob.callFor(job);
        return job;
    }

    private static ProblemException unknownCursor(ListQuery query) {
        boolean after = query.page().after() != null;
        JobId cursor = after ? query.page().after() : query.page().before();
        return InvalidRequest.of(List.of(new Fault(
                after ? "query.after" : "query.before", "the id of one of your jobs", Shown.text(cursor.value()))));
    }
}
