package dev.docket.api.openapi;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.OpenApiHandler;

/** The other side of {@link DocumentWhenAsked}: somebody asks. */
@TargetClass(OpenApiHandler.class)
final class DocumentAsked {
    private DocumentAsked() {}

    @Substitute
    private OpenApiDocumentService getOpenApiDocumentService() {
        return WaitingDocuments.prepared();
    }
}
