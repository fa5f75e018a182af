package dev.docket.api;

import dev.docket.endpoint.Endpoint;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.store.JobFilter;
import dev.docket.store.JobFilter.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the parameters that narrow jobs, for every call that has them. */
final class JobFilterReader {
    static final Set<String> NAMES = Set.of(
            "status",
            "id",
            "job_id",
            "endpoint",
            "source",
            "project_id",
            "workflow_id",
            "workflow_node_id",
            "workflow_block_id",
            "block_id",
            "model",
            "filename_regex",
            "filename_contains",
            "document_type",
            "from_date",
            "to_date",
            "metadata");
    static final String JOB_ID = "a job id: job_ and 21 letters, digits, _ or -";
    private static final String DAY = "a day as YYYY-MM-DD";
    private static final Pattern DAY_SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final QueryParameters parameters;

    JobFilterReader(QueryParameters parameters) {
        this.parameters = parameters;
    }

    /** The filter; what is wrong with it becomes faults of the parameters. */
    JobFilter read() {
        Source source = parameters.parsed("api, project or workflow", JobFilterReader::source, "source");
        String project = parameters.one("project_id");
        String workflow = parameters.one("workflow_id");
        if (source == Source.API && (project != null || workflow != null)) {
            parameters.fault("source", "no project_id or workflow_id beside api", "one of them");
        }
        LocalDate from = parameters.parsed(DAY, JobFilterReader::day, "from_date");
        LocalDate to = parameters.parsed(DAY, JobFilterReader::day, "to_date");
        if (from != null && to != null && from.isAfter(to)) {
            parameters.fault("to_date", "a day not before from_date", Shown.text(to.toString()));
        }
        return new JobFilter(
                parameters.parsed("a job status", text -> JobStatus.ofWire(text).orElse(null), "status"),
                jobId(parameters, "id", "job_id"),
                parameters.parsed("the path of an endpoint", JobFilterReader::endpoint, "endpoint"),
                source,
                project,
                workflow,
                parameters.one("workflow_node_id"),
                parameters.one("workflow_block_id", "block_id"),
                parameters.one("model"),
                FilenamePattern.read(parameters),
                emptyToNull(parameters.one("filename_contains")),
                DocumentTypeFilter.read(parameters),
                from,
                to,
                metadata());
    }

    /** The id in a parameter of these names. */
    static JobId jobId(QueryParameters parameters, String... names) {
        return parameters.parsed(JOB_ID, text -> JobId.parse(text).orElse(null), names);
    }

    private Map<String, String> metadata() {
        Map<String, String> pairs = parameters.parsed("a JSON object of strings", MetadataFilter::read, "metadata");
        return pairs == null ? Map.of() : pairs;
    }

    private static Source source(String text) {
        return switch (text) {
            case "api", "project", "workflow" -> Source.valueOf(text.toUpperCase(Locale.ROOT));
            default -> null;
        };
    }

    private static String endpoint(String text) {
        return Endpoint.ofPath(text).map(Endpoint::path).orElse(null);
    }

    private static LocalDate day(String text) {
        try {
            return DAY_SHAPE.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
