package dev.docket.api.openapi;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiRecorder;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import java.util.List;
import java.util.Map;

/**
 * In a native image the document of the API waits for who asks for it. At each start it would be parsed and written out
 * twice, as JSON and as YAML: more than half of all that a start allocates.
 */
@TargetClass(OpenApiRecorder.class)
final class DocumentWhenAsked {
    private DocumentWhenAsked() {}

    @Substitute
    public void prepareDocument(
            AutoSecurityFilter security, Map<OpenApiFilter.RunStage, List<String>> filters, String name) {
        WaitingDocuments.add(security, filters, name);
    }
}
