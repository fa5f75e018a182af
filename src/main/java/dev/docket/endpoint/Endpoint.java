package dev.docket.endpoint;

import java.util.Optional;

/** The nine document calls that a job can wrap, by the path a client names in {@code endpoint}. */
public enum Endpoint {
    DOCUMENTS_EXTRACT("/v1/documents/extract"),
    DOCUMENTS_PARSE("/v1/documents/parse"),
    DOCUMENTS_SPLIT("/v1/documents/split"),
    DOCUMENTS_CLASSIFY("/v1/documents/classify"),
    SCHEMAS_GENERATE("/v1/schemas/generate"),
    EDIT_AGENT_FILL("/v1/edit/agent/fill"),
    EDIT_TEMPLATES_FILL("/v1/edit/templates/fill"),
    EDIT_TEMPLATES_GENERATE("/v1/edit/templates/generate"),
    PROJECTS_EXTRACT("/v1/projects/extract");

    private final String path;

    Endpoint(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    public static Optional<Endpoint> ofPath(String path) {
        for (Endpoint endpoint : values()) {
            if (endpoint.path.equals(path)) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }
}
