package dev.docket.endpoint.document;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.OutputStream;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.internal.marshallers.ZipPartMarshaller;

/** In a native image POI writes no Office files: what that needs is not on the class path, and stops the build. */
@TargetClass(ZipPartMarshaller.class)
final class WithoutWritingOffice {
    private WithoutWritingOffice() {}

    @Substitute
    public boolean marshall(PackagePart part, OutputStream out) {
        throw new UnsupportedOperationException("Office files are only read.");
    }
}
