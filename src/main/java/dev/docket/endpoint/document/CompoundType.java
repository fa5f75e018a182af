package dev.docket.endpoint.document;

import java.util.Optional;
import java.util.Set;

/** Tells files in Microsoft's compound format apart by the streams at their root. */
final class CompoundType {
    private CompoundType() {}

    static Optional<DocumentType> of(Set<String> streams, DocumentType claimed) {
        if (streams.contains("EncryptedPackage")) {
            // A newer Office file under a password looks like an old one from outside.
            throw DocumentRefused.encrypted(claimed == null ? DocumentType.DOCX : claimed);
        }
        if (streams.contains("WordDocument")) {
            return Optional.of(DocumentType.DOC);
        }
        if (streams.contains("Workbook") || streams.contains("Book")) {
            return Optional.of(DocumentType.XLS);
        }
        if (streams.contains("PowerPoint Document")) {
            return Optional.of(DocumentType.PPT);
        }
        return streams.contains("__properties_version1.0") ? Optional.of(DocumentType.MSG) : Optional.empty();
    }
}
