package dev.docket.contract;

import dev.docket.api.CallerContext;
import dev.docket.tenant.QueuedQuota;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Stands where the API's resources stand, so that what surrounds them can be seen alone. */
@Path("/v1/probe")
@Produces("application/json")
public class ProbeResource {
    static final Logger LOG = Logger.getLogger(ProbeResource.class);

    private final CallerContext caller;
    private final QueuedQuota quota;
    private final Pool pool;

    ProbeResource(CallerContext caller, QueuedQuota quota, Pool pool) {
        this.caller = caller;
        this.quota = quota;
        this.pool = pool;
    }

    record Shape(int number) {}

    @GET
    @Path("caller")
    public Uni<Map<String, String>> caller() {
        return pool.query("select pg_sleep(0.01)")
                .execute()
                .map(rows -> Map.of(
                        "organization",
                        caller.organization(),
                        "key",
                        caller.caller().keyId()));
    }

    @GET
    @Path("query")
    public Map<String, Object> query(@Context UriInfo uri, @Context HttpServerRequest request) {
        LOG.info("probed");
        return Map.of(
                "parameters", uri.getQueryParameters(),
                "raw", String.valueOf(uri.getRequestUri().getRawQuery()),
                "uri", request.uri(),
                "absolute", request.absoluteURI());
    }

    @POST
    @Path("raw")
    @Consumes("*/*")
    public Uni<Map<String, Integer>> raw(@Context HttpServerRequest request) {
        AtomicInteger length = new AtomicInteger();
        return Uni.createFrom().emitter(done -> {
            request.exceptionHandler(done::fail);
            request.handler(chunk -> length.addAndGet(chunk.length()));
            request.endHandler(end -> done.complete(Map.of("length", length.get())));
            request.resume();
        });
    }

    @POST
    @Path("shape")
    @Consumes("application/json")
    public Map<String, Integer> shape(Shape shape) {
        return Map.of("number", shape.number());
    }

    @POST
    @Path("admit/{jobs}")
    public Uni<String> admit(@PathParam("jobs") int jobs) {
        return quota.admit(caller.organization(), jobs).replaceWith("{}");
    }

    @POST
    @Path("unread/{id}")
    public Map<String, String> unread(@PathParam("id") String id) {
        return Map.of("id", id);
    }

    @GET
    @Path("broken")
    public Uni<String> broken() {
        return Uni.createFrom().failure(new IllegalStateException("table secret_table is gone"));
    }

    @GET
    @Path("killed")
    public Uni<String> killed() {
        return pool.query("select pg_terminate_backend(pg_backend_pid())")
                .execute()
                .map(rows -> "[]");
    }
}
