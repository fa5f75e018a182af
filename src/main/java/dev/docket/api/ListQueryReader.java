package dev.docket.api;

import dev.docket.endpoint.Endpoint;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.store.JobFilter;
import dev.docket.store.JobFilter.Source;
import dev.docket.store.PageRequest;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a list call parameter by parameter, then checks the rules between them. */
final class ListQueryReader {
    private static final Set<String> KNOWN = Set.of(
            "after",
            "before",
            "limit",
            "order",
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
            "metadata",
            "include_request",
            "include_response",
            "access_token");
    private static final String JOB_ID = "a job id: job_ and 21 letters, digits, _ or -";
    private static final String DAY = "a day as YYYY-MM-DD";
    private static final Pattern DAY_SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MOST = 100;
    private static final int MOST_WITH_RESPONSE = 20;

    private final QueryParameters parameters;

    ListQueryReader(MultiMap query) {
        parameters = new QueryParameters(query);
    }

    ListQuery read() {
        parameters.refuseUnknown(KNOWN);
        PageRequest page = page();
        JobFilter filter = filter();
        PayloadChoice payloads = payloads(page.limit());
        parameters.refuseFaults();
        return new ListQuery(filter, page, payloads);
    }

    private PageRequest page() {
        JobId after = jobId("after");
        JobId before = jobId("before");
        if (after != null && before != null) {
            parameters.fault("before", "after or before, not both", "both");
        }
        Boolean newestFirst = parameters.parsed("asc or desc", ListQueryReader::newestFirst, "order");
        Integer limit = parameters.parsed("a whole number from 1 to " + MOST, ListQueryReader::limit, "limit");
        return new PageRequest(
                after, before, !Boolean.FALSE.equals(newestFirst), Objects.requireNonNullElse(limit, 20));
    }

    private JobFilter filter() {
        Source source = parameters.parsed("api, project or workflow", ListQueryReader::source, "source");
        String project = parameters.one("project_id");
        String workflow = parameters.one("workflow_id");
        if (source == Source.API && (project != null || workflow != null)) {
            parameters.fault("source", "no project_id or workflow_id beside api", "one of them");
        }
        LocalDate from = parameters.parsed(DAY, ListQueryReader::day, "from_date");
        LocalDate to = parameters.parsed(DAY, ListQueryReader::day, "to_date");
        if (from != null && to != null && from.isAfter(to)) {
            parameters.fault("to_date", "a day not before from_date", Shown.text(to.toString()));
        }
        return new JobFilter(
                parameters.parsed("a job status", text -> JobStatus.ofWire(text).orElse(null), "status"),
                jobId("id", "job_id"),
                parameters.parsed("the path of an endpoint", ListQueryReader::endpoint, "endpoint"),
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

    private PayloadChoice payloads(int limit) {
        Boolean response = parameters.flag("include_response");
        if (Boolean.TRUE.equals(response) && limit > MOST_WITH_RESPONSE) {
            String expected = "at most " + MOST_WITH_RESPONSE + " with include_response=true";
            parameters.fault("limit", expected, String.valueOf(limit));
        }
        return PayloadChoice.of(parameters.flag("include_request"), response);
    }

    private Map<String, String> metadata() {
        Map<String, String> pairs = parameters.parsed("a JSON object of strings", MetadataFilter::read, "metadata");
        return pairs == null ? Map.of() : pairs;
    }

    private JobId jobId(String... names) {
        return parameters.parsed(JOB_ID, text -> JobId.parse(text).orElse(null), names);
    }

    private static Boolean newestFirst(String text) {
        return "desc".equals(text) ? Boolean.TRUE : "asc".equals(text) ? Boolean.FALSE : null;
    }

    private static Integer limit(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            return null;
        }
        int limit = Integer.parseInt(text);
        return limit >= 1 && limit <= MOST ? limit : null;
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
