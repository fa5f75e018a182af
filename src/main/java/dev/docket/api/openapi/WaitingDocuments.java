package dev.docket.api.openapi;

import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** What a start in a native image has put off, until it is asked for. */
final class WaitingDocuments {
    private static final Queue<Waiting> WAITING = new ArrayDeque<>();

    private WaitingDocuments() {}

    static synchronized void add(
            AutoSecurityFilter security, Map<OpenApiFilter.RunStage, List<String>> filters, String name) {
        WAITING.add(new Waiting(security, filters, name));
    }

    /** All documents, prepared now if they were not: once, and up to a tenth of a second of the thread that asks. */
    static synchronized OpenApiDocumentService prepared() {
        OpenApiDocumentService documents =
                Arc.container().instance(OpenApiDocumentService.class).get();
        for (Waiting next = WAITING.peek(); next != null; next = WAITING.peek()) {
            ((PrepareDocument) (Object) documents).prepareDocument(next.security(), next.filters(), next.name());
            WAITING.remove();
        }
        return documents;
    }

    private record Waiting(
            AutoSecurityFilter security, Map<OpenApiFilter.RunStage, List<String>> filters, String name) {}
}
