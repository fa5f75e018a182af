package dev.docket.api;

import dev.docket.job.TemplateId;
import dev.docket.template.FindTemplates;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Which page of the templates is asked for. */
final class TemplatePageQuery {
    private static final String TEMPLATE_ID = "a template id: edittplt_ and 21 letters, digits, _ or -";
    private static final int LONGEST_FILENAME = 255;
    private static final int LIMIT = 10;
    /** Published clients send the last two of them, always with the same values. */
    private static final Set<String> KNOWN = Set.of(
            "after",
            "before",
            "limit",
            "order",
            "filename",
            "mime_type",
            "access_token",
            "include_embeddings",
            "sort_by");

    private TemplatePageQuery() {}

    static FindTemplates.Asked read(HttpServerRequest request) {
        QueryParameters parameters = new QueryParameters(QueryParameters.of(request));
        parameters.refuseUnknown(KNOWN);
        TemplateId after = id(parameters, "after");
        TemplateId before = id(parameters, "before");
        if (after != null && before != null) {
            parameters.fault("before", "after or before, not both", "both");
        }
        int limit = parameters.count("limit", 100, LIMIT);
        Boolean newestFirst = parameters.parsed("asc or desc", TemplatePageQuery::newestFirst, "order");
        String filename = parameters.parsed(
                "at most " + LONGEST_FILENAME + " characters",
                text -> text.length() <= LONGEST_FILENAME && !Shown.hasLoneSurrogate(text) ? text : null,
                "filename");
        parameters.parsed(
                "application/pdf, which they all are",
                text -> text.equals("application/pdf") ? text : null,
                "mime_type");
        parameters.parsed("created_at", text -> text.equals("created_at") ? text : null, "sort_by");
        parameters.flag("include_embeddings");
        parameters.refuseFaults();
        return new FindTemplates.Asked(
                after == null ? before : after, before != null, !Boolean.FALSE.equals(newestFirst), filename, limit);
    }

    private static TemplateId id(QueryParameters parameters, String name) {
        return parameters.parsed(TEMPLATE_ID, text -> TemplateId.parse(text).orElse(null), name);
    }

    private static Boolean newestFirst(String text) {
        return "desc".equals(text) ? Boolean.TRUE : "asc".equals(text) ? Boolean.FALSE : null;
    }
}
