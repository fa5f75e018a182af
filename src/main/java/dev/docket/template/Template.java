package dev.docket.template;

import dev.docket.job.TemplateId;
import java.time.Instant;

/**
 * A template as it is stored.
 *
 * @param documentId made of the document's bytes
 * @param document the bytes of the PDF, or only the first of them
 * @param fields the text of a JSON array
 * @param fieldCount how many they are
 */
public record Template(
        TemplateId id,
        String organization,
        String name,
        String filename,
        String documentId,
        byte[] document,
        String fields,
        int fieldCount,
        Instant createdAt,
        Instant updatedAt) {}
