package dev.docket.api;

import dev.docket.endpoint.Fault;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Creates of many jobs of the caller's organization in one call. */
@Singleton
@Path("/v1/jobs/batch")
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {
    private final CallerContext caller;
    private final BodyReader bodyReader;
    private final AcceptJobs acceptJobs;

    BatchResource(CallerContext caller, BodyReader bodyReader, AcceptJobs acceptJobs) {
        this.caller = caller;
        this.bodyReader = bodyReader;
        this.acceptJobs = acceptJobs;
    }

    /** Creates jobs, each with an outcome of its own. */
    @POST
    public Uni<BatchDocument> create(@Context RoutingContext call, @HeaderParam("Idempotency-Key") String key) {
        refuseHeader(key);
        String organization = caller.organization();
        return bodyReader
                .read(call.request(), body -> acceptJobs.accept(organization, body, call))
                .map(BatchDocument::new);
    }

    /** One key cannot stand for many jobs: a caller who relies on it has to learn that. */
    private static void refuseHeader(String key) {
        if (key != null && !key.isEmpty()) {
            throw InvalidRequest.of(List.of(
                    new Fault("header Idempotency-Key", "an idempotency_key in each entry instead", "a header")));
        }
    }
}
