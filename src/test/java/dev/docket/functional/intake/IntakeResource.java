package dev.docket.functional.intake;

import dev.docket.api.BodyReader;
import dev.docket.api.BodyWork;
import dev.docket.api.CreateEnvelope;
import dev.docket.api.Document;
import dev.docket.api.JobDocument;
import dev.docket.api.JobListDocument;
import dev.docket.api.ListQuery;
import dev.docket.api.PayloadChoice;
import dev.docket.job.Job;
import dev.docket.job.Payload;
import dev.docket.store.Bodies;
import dev.docket.store.JobPage;
import dev.docket.store.PageRequest;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Stands in for the job routes: takes bodies in and gives documents out. */
@Path("/intake")
@IfBuildProfile(IntakeProfile.NAME)
@jakarta.ws.rs.Produces(MediaType.APPLICATION_JSON)
public class IntakeResource {
    static final StoredBodies BODIES = new StoredBodies();
    static CompletableFuture<Void> held = new CompletableFuture<>();
    static CompletableFuture<Void> mayGoOn = new CompletableFuture<>();

    @Inject
    BodyReader reader;

    @Inject
    BodyWork work;

    @Produces
    @Singleton
    @Alternative
    @jakarta.annotation.Priority(1)
    Bodies bodies() {
        return BODIES;
    }

    @POST
    @Path("/digest")
    public Uni<String> digest(@Context HttpServerRequest request) {
        return reader.read(request, body -> work.run(body, IntakeResource::digest));
    }

    /** Says what kind of thread read the envelope and which one went on with it. */
    @POST
    @Path("/threads")
    public Uni<String> threads(@Context HttpServerRequest request) {
        return reader.read(
                request,
                body -> work.run(body, IntakeResource::readingThread)
                        .map(reading -> reading + " then " + kindOfThread()));
    }

    @GET
    @Path("/query")
    public String query(@Context HttpServerRequest request) {
        return String.valueOf(ListQuery.read(request).filter().metadata());
    }

    @POST
    @Path("/small")
    public Uni<String> small(@Context HttpServerRequest request) {
        return reader.readSmall(request).map(IntakeResource::digest);
    }

    @POST
    @Path("/hold")
    public Uni<String> hold(@Context HttpServerRequest request) {
        return reader.read(request, body -> {
            held.complete(null);
            return Uni.createFrom().completionStage(mayGoOn).map(now -> digest(body));
        });
    }

    @GET
    @Path("/job")
    public Uni<JobDocument> job(@QueryParam("bytes") int bytes) {
        return Uni.createFrom().item(new JobDocument(completed(bytes), PayloadChoice.BOTH));
    }

    @GET
    @Path("/accepted")
    public Uni<Response> accepted(@QueryParam("bytes") int bytes) {
        JobDocument document = new JobDocument(completed(bytes), PayloadChoice.BOTH);
        return Uni.createFrom()
                .item(Response.accepted(document).header("X-Docket", "1").build());
    }

    @GET
    @Path("/list")
    public Uni<Document> list(@QueryParam("bytes") int bytes) {
        JobPage page = new JobPage(List.of(completed(bytes), completed(bytes)), false, false, null);
        PageRequest asked = new PageRequest(null, null, true, 20);
        return Uni.createFrom().item(JobListDocument.of(page, asked, PayloadChoice.BOTH, Long.MAX_VALUE));
    }

    private static String readingThread(Payload body) {
        CreateEnvelope.read(body);
        return kindOfThread();
    }

    private static String kindOfThread() {
        return io.vertx.core.Context.isOnEventLoopThread() ? "loop" : "worker";
    }

    static String digest(Payload body) {
        return digest(body.toBytes());
    }

    static String digest(byte[] bytes) {
        try {
            return bytes.length + " "
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Job completed(int bytes) {
        return new Jobs(BODIES).completed("{}", "\"" + "x".repeat(bytes) + "\"");
    }
}
