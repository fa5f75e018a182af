package dev.docket.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what the list filters by while a request is read. Empty text counts as not sent. */
final class FactCollector {
    private static final int MODEL_LIMIT = 256;
    private static final int PROJECT_LIMIT = 256;
    private static final int FILENAME_LIMIT = 1024;
    /** All filenames together, in characters: they are stored beside the job in one row, and indexed. */
    private static final int FILENAMES_LIMIT = 64 * 1024;

    private final List<String> filenames = new ArrayList<>();
    private final Set<String> documentTypes = new LinkedHashSet<>();
    private int room = FILENAMES_LIMIT;
    private String model;
    private String project;

    /** Whether the string at a path is a fact. */
    boolean wants(String path) {
        return path.equals("request.model")
                || path.equals("request.project_id")
                || path.startsWith("request.document") && path.endsWith(".filename");
    }

    /** Takes a string that is wanted. */
    void take(String path, String text) {
        switch (path) {
            case "request.model" -> model = orNull(StorableText.of(text, MODEL_LIMIT));
            case "request.project_id" -> project = orNull(StorableText.of(text, PROJECT_LIMIT));
            default -> takeFilename(StorableText.of(text, FILENAME_LIMIT));
        }
    }

    private void takeFilename(String filename) {
        if (filename.isEmpty()) {
            return;
        }
        DocumentTypes.ofFilename(filename).ifPresent(documentTypes::add);
        room -= filename.length();
        if (room >= 0) {
            filenames.add(filename);
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    RequestFacts facts() {
        return new RequestFacts(model, project, List.copyOf(filenames), List.copyOf(documentTypes));
    }
}
