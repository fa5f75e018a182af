package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Tells packed documents apart by what the archive says about itself. */
final class PackedType {
    private static final int LONGEST = 256 * 1024;
    private static final Map<String, DocumentType> MAIN_PARTS = Map.of(
            "wordprocessingml", DocumentType.DOCX,
            "spreadsheetml", DocumentType.XLSX,
            "presentationml", DocumentType.PPTX,
            "ms-word.", DocumentType.DOCX,
            "ms-excel.", DocumentType.XLSX,
            "ms-powerpoint.", DocumentType.PPTX);

    private PackedType() {}

    static Optional<DocumentType> of(Archive archive) throws IOException {
        Optional<String> mime = text(archive, "mimetype");
        if (mime.isPresent()) {
            return DocumentType.ofMime(mime.get().strip());
        }
        return text(archive, "[Content_Types].xml").flatMap(PackedType::office);
    }

    /** Only the main part has a content type that ends so. */
    private static Optional<DocumentType> office(String types) {
        for (String type : types.split("\"")) {
            if (type.endsWith(".main+xml")) {
                return MAIN_PARTS.entrySet().stream()
                        .filter(part -> type.contains(part.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Archive archive, String name) throws IOException {
        try (InputStream part = archive.open(name)) {
            return part == null
                    ? Optional.empty()
                    : Optional.of(new String(part.readNBytes(LONGEST), StandardCharsets.UTF_8));
        }
    }
}
