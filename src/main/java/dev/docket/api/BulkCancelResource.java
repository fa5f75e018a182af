package dev.docket.api;

import dev.docket.endpoint.Fault;
import dev.docket.job.BulkCancel;
import dev.docket.job.BulkCancelId;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.store.BulkRef;
import dev.docket.store.FindBulkCancels;
import dev.docket.store.FindBulkOutcomes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Cancels of many jobs of the caller's organization. */
@Singleton
@Path("/v1/jobs/cancel")
@Produces(MediaType.APPLICATION_JSON)
public class BulkCancelResource {
    private final CallerContext caller;
    private final BodyReader bodyReader;
    private final BodyWork bodyWork;
    private final StopJobs stopJobs;
    private final FindBulkCancels findBulkCancels;
    private final FindBulkOutcomes findBulkOutcomes;

    BulkCancelResource(
            CallerContext caller,
            BodyReader bodyReader,
            BodyWork bodyWork,
            StopJobs stopJobs,
            FindBulkCancels findBulkCancels,
            FindBulkOutcomes findBulkOutcomes) {
        this.caller = caller;
        this.bodyReader = bodyReader;
        this.bodyWork = bodyWork;
        this.stopJobs = stopJobs;
        this.findBulkCancels = findBulkCancels;
        this.findBulkOutcomes = findBulkOutcomes;
    }

    /** Cancels the jobs that are named or described, or counts them. */
    @POST
    public Uni<RestResponse<Document>> cancel(
            @Context HttpServerRequest request, @HeaderParam("Idempotency-Key") String header) {
        String organization = caller.organization();
        Optional<IdempotencyText> key = IdempotencyText.read(header);
        return bodyReader
                .<Uni<RestResponse<Document>>>read(
                        request,
                        BulkCancelBody.MOST_BYTES,
                        body -> bodyWork.run(body, BulkCancelBody::read)
                                .chain(call -> answer(organization, call, key, body)))
                .chain(rest -> rest);
    }

    /** Lists bulk cancels, the newest first. */
    @GET
    public Uni<ObjectDocument> list(@Context HttpServerRequest request) {
        BulkPageQuery<BulkCancelId> query = BulkPageQuery.ofBulkCancels(request);
        return findBulkCancels
                .page(caller.organization(), query.after(), query.limit())
                .map(page -> page.orElseThrow(() -> unknownCursor(
                        "the id of one of your bulk cancels", query.after().value())))
                .map(page -> new ObjectDocument(BulkCancelText.list(page)));
    }

    /** Reads a bulk cancel. */
    @GET
    @Path("/{bulk_cancel_id}")
    public Uni<ObjectDocument> retrieve(@PathParam("bulk_cancel_id") String id) {
        return find(id).map(bulk -> new ObjectDocument(BulkCancelText.of(bulk)));
    }

    /** Lists what it did about each job, in the order in which it did it. */
    @GET
    @Path("/{bulk_cancel_id}/outcomes")
    public Uni<ObjectDocument> outcomes(@PathParam("bulk_cancel_id") String id, @Context HttpServerRequest request) {
        BulkPageQuery<JobId> query = BulkPageQuery.ofOutcomes(request);
        return find(id).chain(bulk -> findBulkOutcomes.page(ref(bulk), query.outcome(), query.after(), query.limit()))
                .map(page -> page.orElseThrow(() -> unknownCursor(
                        "a job that this bulk cancel has an outcome of",
                        query.after().value())))
                .map(page -> new ObjectDocument(BulkCancelText.outcomes(page)));
    }

    /** What needs the body, and what is left to wait for without it: its memory is free meanwhile. */
    private Uni<Uni<RestResponse<Document>>> answer(
            String organization, BulkCancelBody call, Optional<IdempotencyText> key, Payload body) {
        return call.preview()
                ? stopJobs.preview(organization, call)
                        .map(BulkCancelText::preview)
                        .map(preview -> Uni.createFrom().item(answer(200, preview)))
                : stopJobs.accept(organization, call, key, body)
                        .map(bulk -> stopJobs.settle(bulk).map(BulkCancelResource::answer));
    }

    /** 202 while the work goes on. */
    private static RestResponse<Document> answer(BulkCancel bulk) {
        return answer(bulk.isCompleted() ? 200 : 202, BulkCancelText.of(bulk));
    }

    private static RestResponse<Document> answer(int status, JsonObject object) {
        return RestResponse.ResponseBuilder.<Document>create(status)
                .entity(new ObjectDocument(object))
                .build();
    }

    private Uni<BulkCancel> find(String id) {
        BulkCancelId bulk =
                BulkCancelId.parse(id).orElseThrow(() -> new ProblemException(Problems.bulkCancelNotFound()));
        return findBulkCancels
                .byId(new BulkRef(caller.organization(), bulk))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problems.bulkCancelNotFound())));
    }

    private static BulkRef ref(BulkCancel bulk) {
        return new BulkRef(bulk.organization(), bulk.id());
    }

    private static ProblemException unknownCursor(String expected, String cursor) {
        return InvalidRequest.of(List.of(new Fault("query.after", expected, Shown.text(cursor))));
    }
}
