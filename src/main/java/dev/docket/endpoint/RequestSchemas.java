package dev.docket.endpoint;

import java.util.Map;

/** The request models as a client's tools read them. */
public final class RequestSchemas {
    private RequestSchemas() {}

    /**
     * The model of an endpoint as a JSON Schema of the 2020-12 draft, made of maps, lists and scalars, with
     * descriptions, defaults and bounds. It is rendered from the very model that requests are checked against.
     */
    public static Map<String, Object> schema(Endpoint endpoint) {
        return RequestModels.of(endpoint).schema();
    }

    /** What makes a project, in the same form. */
    public static Map<String, Object> newProject() {
        return ProjectModels.NEW.schema();
    }

    /** What changes a project, in the same form. */
    public static Map<String, Object> projectChange() {
        return ProjectModels.CHANGE.schema();
    }

    /** What makes a template, in the same form. */
    public static Map<String, Object> newTemplate() {
        return TemplateModels.NEW.schema();
    }

    /** What changes a template, in the same form. */
    public static Map<String, Object> templateChange() {
        return TemplateModels.CHANGE.schema();
    }
}
