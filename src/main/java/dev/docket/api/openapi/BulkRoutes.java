package dev.docket.api.openapi;

import static dev.docket.api.openapi.Answers.ANY_CALL;
import static dev.docket.api.openapi.Answers.BODY;
import static dev.docket.api.openapi.Answers.QUERY;
import static dev.docket.api.openapi.Parameters.ACCESS_TOKEN;
import static dev.docket.api.openapi.Parameters.BULK_CANCEL_ID;
import static dev.docket.api.openapi.Parameters.IDEMPOTENCY_KEY;
import static dev.docket.api.openapi.ProblemCode.BULK_CANCEL_NOT_FOUND;
import static dev.docket.api.openapi.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static dev.docket.api.openapi.ProblemCode.INVALID_REQUEST;
import static dev.docket.api.openapi.ProblemCode.RUNNING_BULK_CANCELS_QUOTA;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.GET;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.POST;

import dev.docket.job.BulkOutcome;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The routes of bulk cancels. */
final class BulkRoutes {
    private BulkRoutes() {}

    static List<Route> all() {
        return List.of(cancel(), list(), retrieve(), outcomes());
    }

    private static Route cancel() {
        APIResponses answers = Answers.of(
                "The bulk cancel, completed; with `preview: true` a count, and nothing is changed.",
                "BulkCancelAnswer",
                BulkExamples.completed(),
                List.of(
                        ANY_CALL,
                        BODY,
                        EnumSet.of(INVALID_REQUEST, IDEMPOTENCY_KEY_REUSED, RUNNING_BULK_CANCELS_QUOTA)));
        Answers.addSuccess(answers, "202", "The bulk cancel, stored; the work goes on.", "BulkCancel");
        Operation operation = JobRoutes.operation("cancelJobs", "Cancel many jobs")
                .description("Cancels the jobs that are named, or all live ones that match a filter, and stops their"
                        + " work. It is stored before it begins: once it is answered, every job gets its outcome,"
                        + " whatever happens to the process. Jobs created or retried later are left alone.")
                .parameters(Parameters.refs(IDEMPOTENCY_KEY, ACCESS_TOKEN))
                .requestBody(JobRoutes.body("CancelJobs", BulkExamples.cancel()).required(true))
                .responses(answers);
        return new Route(POST, "/v1/jobs/cancel", operation);
    }

    private static Route list() {
        Operation operation = JobRoutes.operation("listBulkCancels", "List bulk cancels")
                .description("The bulk cancels of your organization, the newest first. They are kept as long as a job"
                        + " lives.")
                .parameters(with(
                        Parameters.query("after", "`last_id` of a page, for the page behind it.", bulkCancelId()),
                        limit(100, 20)))
                .responses(Answers.of(
                        "A page of bulk cancels.", "BulkCancelList", BulkExamples.list(), List.of(ANY_CALL, QUERY)));
        return new Route(GET, "/v1/jobs/cancel", operation);
    }

    private static Route retrieve() {
        Operation operation = JobRoutes.operation("retrieveBulkCancel", "Retrieve a bulk cancel")
                .description("The bulk cancel as it is now: how many jobs have which outcome so far.")
                .parameters(Parameters.refs(BULK_CANCEL_ID, ACCESS_TOKEN))
                .responses(Answers.of(
                        "The bulk cancel.",
                        "BulkCancel",
                        BulkExamples.completed(),
                        List.of(ANY_CALL, EnumSet.of(BULK_CANCEL_NOT_FOUND))));
        return new Route(GET, "/v1/jobs/cancel/{bulk_cancel_id}", operation);
    }

    private static Route outcomes() {
        List<String> names =
                Arrays.stream(BulkOutcome.values()).map(BulkOutcome::wire).toList();
        Operation operation = JobRoutes.operation("listBulkCancelOutcomes", "List the outcomes of a bulk cancel")
                .description("What it did about each job, in the order in which it did it. While it is running, more"
                        + " come behind.")
                .parameters(Stream.concat(
                                Parameters.refs(BULK_CANCEL_ID).stream(),
                                with(
                                        Parameters.query(
                                                "after", "`last_id` of a page, for the page behind it.", jobId()),
                                        limit(1000, 100),
                                        Parameters.query("outcome", "Only this outcome.", Schemas.choice(null, names)))
                                        .stream())
                        .toList())
                .responses(Answers.of(
                        "A page of outcomes.",
                        "BulkCancelOutcomes",
                        BulkExamples.outcomes(),
                        List.of(ANY_CALL, QUERY, EnumSet.of(BULK_CANCEL_NOT_FOUND))));
        return new Route(GET, "/v1/jobs/cancel/{bulk_cancel_id}/outcomes", operation);
    }

    private static List<Parameter> with(Parameter... own) {
        return Stream.concat(Stream.of(own), Parameters.refs(ACCESS_TOKEN).stream())
                .toList();
    }

    private static Parameter limit(int most, int absent) {
        Schema limit = Schemas.whole(null).minimum(BigDecimal.ONE).maximum(new BigDecimal(most));
        return Parameters.query("limit", "How many entries.", limit.defaultValue(absent));
    }

    private static Schema jobId() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).pattern("^job_[A-Za-z0-9_-]{21}$");
    }

    private static Schema bulkCancelId() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).pattern("^bcan_[A-Za-z0-9_-]{21}$");
    }
}
