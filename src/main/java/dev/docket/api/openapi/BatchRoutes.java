package dev.docket.api.openapi;

import static dev.docket.api.openapi.Answers.ANY_CALL;
import static dev.docket.api.openapi.Answers.BODY;
import static dev.docket.api.openapi.Parameters.ACCESS_TOKEN;
import static dev.docket.api.openapi.ProblemCode.INVALID_REQUEST;
import static dev.docket.api.openapi.Schemas.listOf;
import static dev.docket.api.openapi.Schemas.member;
import static dev.docket.api.openapi.Schemas.object;
import static dev.docket.api.openapi.Schemas.openObject;
import static dev.docket.api.openapi.Schemas.orNull;
import static dev.docket.api.openapi.Schemas.ref;
import static dev.docket.api.openapi.Schemas.refOrNull;
import static dev.docket.api.openapi.Schemas.text;
import static dev.docket.api.openapi.Schemas.whole;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.POST;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The route that creates many jobs in one call. */
final class BatchRoutes {
    private static final int MOST = 1_000;

    private BatchRoutes() {}

    static List<Route> all() {
        Operation operation = JobRoutes.operation("createJobs", "Create many jobs")
                .description("Up to 1,000 creates in one call. Each stands for itself: the answer has an outcome for"
                        + " every entry, in their order, and what is refused keeps no other from being stored. The"
                        + " whole body may be as large as that of a single create.")
                .parameters(Parameters.refs(ACCESS_TOKEN))
                .requestBody(JobRoutes.body("CreateJobs", Examples.createMany()).required(true))
                .responses(Answers.of(
                        "What became of each entry.",
                        "CreateJobsAnswer",
                        Examples.createdMany(),
                        List.of(ANY_CALL, BODY, EnumSet.of(INVALID_REQUEST))));
        return List.of(new Route(POST, "/v1/jobs/batch", operation));
    }

    static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put("CreateJobs", call());
        schemas.put("CreateJobsAnswer", answer());
        schemas.put("CreateOutcome", outcome());
        return schemas;
    }

    private static Schema call() {
        Schema key = openObject(null)
                .addProperty(
                        "idempotency_key",
                        orNull(text("Makes a repeated create the same job, as the header does for a single one.")
                                .minLength(1)
                                .maxLength(255)));
        Schema entry = OASFactory.createSchema().addAllOf(ref("CreateJob")).addAllOf(key);
        return openObject("The creates.")
                .addProperty(
                        "jobs",
                        listOf("Bodies of single creates.", entry).minItems(1).maxItems(MOST))
                .addRequired("jobs");
    }

    private static Schema answer() {
        return object(
                "What became of a batch of creates.",
                member("object", text("Always `list`.").constValue("list")),
                member("data", listOf("An outcome for each entry, in their order.", ref("CreateOutcome"))),
                member("created", whole("How many entries have a job.")),
                member("failed", whole("How many have none.")));
    }

    private static Schema outcome() {
        Schema error = Answers.reason("Why the entry has no job.");
        return object(
                "What became of one entry.",
                member("index", whole("Its place among the entries, from 0.")),
                member("job", refOrNull("JobState", "The job; null without one.")),
                member("status_code", whole("What a single create would have been answered with.")),
                member("error", orNull(error)));
    }
}
