package dev.docket.api.openapi;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import java.util.List;
import java.util.Map;

/** Lends {@link WaitingDocuments} what only the package of the framework may call. */
@TargetClass(OpenApiDocumentService.class)
final class PrepareDocument {
    private PrepareDocument() {}

    @Alias
    native void prepareDocument(
            AutoSecurityFilter security, Map<OpenApiFilter.RunStage, List<String>> filters, String name);
}
