package dev.docket.endpoint;

import static dev.docket.endpoint.Field.nullable;
import static dev.docket.endpoint.Field.optional;
import static dev.docket.endpoint.Field.required;
import static dev.docket.endpoint.Shape.decimal;
import static dev.docket.endpoint.Shape.flag;
import static dev.docket.endpoint.Shape.object;
import static dev.docket.endpoint.Shape.text;
import static dev.docket.endpoint.Shape.textMap;
import static dev.docket.endpoint.Shape.whole;

/** What the calls that make and change projects take. */
final class ProjectModels {
    private static final Field NAME = required("name", text(), "For people; up to 200 characters.");
    private static final Field SCHEMA =
            optional("json_schema", object(), "JSON Schema of what is extracted in this project.");

    private static final Field SETTINGS = optional(
            "inference_settings",
            object(
                    optional("model", text(), "retab-small", "The model to use; any name is taken."),
                    optional("temperature", decimal(0, 2), "Sampling temperature, for processors that use a model."),
                    nullable("reasoning_effort", text(), "How hard a reasoning model tries."),
                    optional("image_resolution_dpi", whole(96, 300), 192, "Resolution of page images."),
                    optional("n_consensus", whole(1, 8), 1, "How many results to draw a consensus from."),
                    nullable("chunking_keys", textMap(), "Keys that divide long lists."),
                    optional("web_search", flag(), false, "Taken for compatibility: nothing is searched.")),
            "What requests in this project that do not say otherwise are extracted with.");

    static final ObjectShape NEW = object(NAME, SCHEMA, SETTINGS);

    static final ObjectShape CHANGE = object(
            nullable("name", text(), "For people; up to 200 characters."),
            SCHEMA,
            SETTINGS,
            nullable("draft_config", object(SCHEMA, SETTINGS), "The same two, as the project shows them."));

    private ProjectModels() {}
}
