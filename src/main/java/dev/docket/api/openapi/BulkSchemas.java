package dev.docket.api.openapi;

import static dev.docket.api.openapi.Schemas.choice;
import static dev.docket.api.openapi.Schemas.flag;
import static dev.docket.api.openapi.Schemas.listOf;
import static dev.docket.api.openapi.Schemas.member;
import static dev.docket.api.openapi.Schemas.object;
import static dev.docket.api.openapi.Schemas.openObject;
import static dev.docket.api.openapi.Schemas.orNull;
import static dev.docket.api.openapi.Schemas.ref;
import static dev.docket.api.openapi.Schemas.refOrNull;
import static dev.docket.api.openapi.Schemas.text;
import static dev.docket.api.openapi.Schemas.time;
import static dev.docket.api.openapi.Schemas.whole;

import dev.docket.api.openapi.Schemas.Member;
import dev.docket.job.BulkOutcome;
import dev.docket.job.JobStatus;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What is sent and answered about bulk cancels. */
final class BulkSchemas {
    private static final String JOB_ID = "^job_[A-Za-z0-9_-]{21}$";
    private static final int MOST_IDS = 10_000;

    private BulkSchemas() {}

    static Map<String, Schema> all() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put("CancelJobs", call());
        schemas.put("JobFilter", filter());
        schemas.put(
                "BulkCancelAnswer",
                OASFactory.createSchema().addOneOf(ref("BulkCancel")).addOneOf(ref("BulkCancelPreview")));
        schemas.put("BulkCancel", bulkCancel());
        schemas.put("BulkCancelPreview", preview());
        schemas.put("BulkCancelCounts", counts());
        schemas.put("BulkCancelList", list("A page of bulk cancels.", "BulkCancel"));
        schemas.put("JobOutcome", outcome());
        schemas.put("BulkCancelOutcomes", list("A page of outcomes.", "JobOutcome"));
        return schemas;
    }

    private static Schema call() {
        Schema ids = listOf(
                        "These jobs, whatever state they are in. Each counts once.",
                        text(null).pattern(JOB_ID))
                .minItems(1)
                .maxItems(MOST_IDS);
        Schema named = openObject(null).addRequired("ids");
        Schema matching = openObject(null).addRequired("filter");
        return openObject("Either `ids` or `filter`.")
                .addProperty("ids", ids)
                .addProperty("filter", ref("JobFilter"))
                .addProperty(
                        "all",
                        flag("Has to be true beside an empty filter, which every live job matches.")
                                .defaultValue(false))
                .addProperty(
                        "reason",
                        orNull(text("Kept in `cancellation.reason` of each job.")
                                .maxLength(512)))
                .addProperty(
                        "only_if_queued",
                        flag("Leave jobs alone whose work has started.").defaultValue(false))
                .addProperty(
                        "preview",
                        flag("Change nothing, and answer how many jobs would be cancelled.")
                                .defaultValue(false))
                .addOneOf(named)
                .addOneOf(matching)
                .additionalPropertiesBoolean(false);
    }

    /** The filters of the list, of which two are no texts here. */
    private static Schema filter() {
        Schema filter = openObject("Live jobs that match all of it. Members are those of the list's query.");
        for (Parameter parameter : ListParameters.narrowing()) {
            filter.addProperty(parameter.getName(), narrowing(parameter));
        }
        return filter.additionalPropertiesBoolean(false);
    }

    private static Schema narrowing(Parameter parameter) {
        String description = parameter.getDescription();
        return switch (parameter.getName()) {
            case "status" ->
                choice(
                        description,
                        Arrays.stream(JobStatus.values())
                                .filter(JobStatus::isLive)
                                .map(JobStatus::wire)
                                .toList());
            case "metadata" ->
                CallSchemas.strings("Jobs with all of these metadata.").minProperties(1);
            case "document_type" ->
                OASFactory.createSchema()
                        .description("Jobs with a document of one of these types: an array, or joined with commas.")
                        .addAnyOf(text(null).minLength(1))
                        .addAnyOf(parameter.getSchema().minItems(1));
            default ->
                parameter.getSchema().getRef() == null
                        ? parameter.getSchema().description(description).minLength(1)
                        : parameter.getSchema();
        };
    }

    private static Schema bulkCancel() {
        return object(
                "A cancel of many jobs.",
                member("id", text("Its id.").pattern("^bcan_[A-Za-z0-9_-]{21}$")),
                kind("bulk_cancel"),
                member("status", choice("`running` until every job has its outcome.", List.of("running", "completed"))),
                member("requested", orNull(whole("How many jobs were named; null with a filter."))),
                member("filter", refOrNull("JobFilter", "The filter as it was sent; null with ids.")),
                member("reason", orNull(text("What the caller gave, or null."))),
                member("only_if_queued", flag("Whether jobs whose work had started were left alone.")),
                member("counts", ref("BulkCancelCounts")),
                member(
                        "pending",
                        whole("Jobs that another writer holds just now; they get their outcome when it lets go.")),
                member("created_at", time("When it was accepted.")),
                member("completed_at", orNull(time("When the last job had its outcome; null while it is running."))),
                member("organization_id", text("The organization that owns it.")));
    }

    private static Schema preview() {
        Schema byStatus =
                object("Those jobs by their status.", number("validating"), number("queued"), number("in_progress"));
        return object(
                "What a bulk cancel would do now.",
                kind("bulk_cancel_preview"),
                member("matched", whole("How many jobs would be cancelled.")),
                member("at_least", flag("Whether the count ended at its bound, so that there may be more.")),
                member("by_status", byStatus),
                member("counts", ref("BulkCancelCounts")));
    }

    private static Schema counts() {
        return object(
                "How many jobs have which outcome.",
                Arrays.stream(BulkOutcome.values())
                        .map(outcome -> number(outcome.wire()))
                        .toArray(Member[]::new));
    }

    private static Schema outcome() {
        return object(
                "What a bulk cancel did about a job.",
                member("job_id", text("The job.").pattern(JOB_ID)),
                member(
                        "outcome",
                        choice(
                                "`cancelled`; `already_finished`: it had ended before; `not_queued`: its work had"
                                        + " started and `only_if_queued` was asked for; `status_changed`: it no longer"
                                        + " had the filter's status; `not_found`: your organization has no such job;"
                                        + " `error`: the service failed on it and left it as it is.",
                                Arrays.stream(BulkOutcome.values())
                                        .map(BulkOutcome::wire)
                                        .toList())),
                member(
                        "status",
                        refOrNull("JobStatus", "The job's status at that moment; null for `not_found` and `error`.")),
                member(
                        "work_started",
                        orNull(flag("Whether a cancelled job was being worked on; null for the others."))));
    }

    private static Schema list(String description, String entry) {
        return object(
                description,
                kind("list"),
                member("data", listOf("The entries.", ref(entry))),
                member("first_id", orNull(text("Id of the first entry; null when the page is empty."))),
                member("last_id", orNull(text("Id of the last entry, for `after`; null when the page is empty."))),
                member("has_more", flag("Whether there are more behind the page.")));
    }

    private static Member number(String name) {
        return Schemas.member(name, whole(null).minimum(BigDecimal.ZERO));
    }

    private static Member kind(String name) {
        return Schemas.member("object", text("Always `" + name + "`.").constValue(name));
    }
}
