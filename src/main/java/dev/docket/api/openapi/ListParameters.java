package dev.docket.api.openapi;

import static dev.docket.api.openapi.Parameters.query;
import static dev.docket.api.openapi.Schemas.choice;
import static dev.docket.api.openapi.Schemas.listOf;
import static dev.docket.api.openapi.Schemas.ref;
import static dev.docket.api.openapi.Schemas.text;
import static dev.docket.api.openapi.Schemas.whole;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.Style;

/** The parameters of a list: where in it, and what of it. A parameter that is not among them is refused. */
final class ListParameters {
    private static final List<String> FILE_TYPES =
            List.of(("bmp csv doc docm docx dotm dotx eml gif heic heif htm html jpeg jpg json md mhtml msg odp ods odt"
                            + " ots ott pdf png ppt pptx rtf svg tif tiff tsv txt webp xlam xls xlsb xlsm xlsx xltm"
                            + " xltx xml yaml yml")
                    .split(" "));

    private ListParameters() {}

    static List<Parameter> all() {
        return Stream.of(
                        page(),
                        filters(),
                        fileFilters(),
                        Parameters.refs(
                                Parameters.INCLUDE_REQUEST, Parameters.INCLUDE_RESPONSE, Parameters.ACCESS_TOKEN))
                .flatMap(List::stream)
                .toList();
    }

    /** Those that narrow the list; the others choose a page of it. */
    static List<Parameter> narrowing() {
        return Stream.concat(filters().stream(), fileFilters().stream()).toList();
    }

    private static List<Parameter> page() {
        Schema limit = whole(null).minimum(BigDecimal.ONE).maximum(new BigDecimal(100));
        return List.of(
                query("after", "`last_id` of a page, for the page behind it.", jobId()),
                query("before", "`first_id` of a page, for the page before it. Not together with `after`.", jobId()),
                query("limit", "How many jobs; with `include_response=true` at most 20.", limit.defaultValue(20)),
                query(
                        "order",
                        "By creation: the newest first, or the oldest.",
                        choice(null, List.of("desc", "asc")).defaultValue("desc")));
    }

    private static List<Parameter> filters() {
        return List.of(
                query("status", "Jobs in this status.", ref("JobStatus")),
                query("id", "The job of this id.", jobId()),
                query("job_id", "Another name of `id`.", jobId()),
                query("endpoint", "Jobs of this endpoint.", ref("Endpoint")),
                query(
                        "source",
                        "`project`: with a `request.project_id`; `workflow`: with a `metadata.workflow_id`; `api`: the"
                                + " others, so not together with `project_id` or `workflow_id`.",
                        choice(null, List.of("api", "project", "workflow"))),
                query("project_id", "Jobs with this `request.project_id`.", text(null)),
                query("workflow_id", "Jobs with this `metadata.workflow_id`.", text(null)),
                query(
                        "workflow_node_id",
                        "Jobs with this `metadata.workflow_node_id` or `metadata.node_id`.",
                        text(null)),
                query(
                        "workflow_block_id",
                        "Jobs with this `metadata.workflow_block_id` or `metadata.block_id`.",
                        text(null)),
                query("block_id", "Another name of `workflow_block_id`.", text(null)),
                query("model", "Jobs with this `request.model`.", text(null)),
                query("from_date", "Jobs created on this day (UTC) or later.", day()),
                query("to_date", "Jobs created on this day (UTC) or earlier.", day()),
                query("metadata", "Jobs with all of these metadata: a JSON object of strings, as text.", metadata()));
    }

    private static List<Parameter> fileFilters() {
        return List.of(
                query(
                        "filename_regex",
                        "Jobs with a document whose filename matches. Plain text is found anywhere in it; a pattern"
                                + " starts with `^` and has no quantifier, group option or back-reference, and `$` only"
                                + " at its end.",
                        text(null).maxLength(256)),
                query("filename_contains", "Jobs with a document whose filename has this text.", text(null)),
                query(
                                "document_type",
                                "Jobs with a document of one of these types: repeated, or joined with commas.",
                                listOf(null, choice(null, FILE_TYPES)))
                        .style(Style.FORM)
                        .explode(true));
    }

    private static Schema jobId() {
        return text(null).pattern("^job_[A-Za-z0-9_-]{21}$");
    }

    private static Schema day() {
        return text(null).format("date");
    }

    private static Schema metadata() {
        return text(null).contentMediaType("application/json");
    }
}
