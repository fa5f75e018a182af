package dev.docket.endpoint;

import static dev.docket.endpoint.Field.nullable;
import static dev.docket.endpoint.Field.optional;
import static dev.docket.endpoint.Field.required;
import static dev.docket.endpoint.Shape.any;
import static dev.docket.endpoint.Shape.choice;
import static dev.docket.endpoint.Shape.decimal;
import static dev.docket.endpoint.Shape.flag;
import static dev.docket.endpoint.Shape.listOf;
import static dev.docket.endpoint.Shape.object;
import static dev.docket.endpoint.Shape.text;
import static dev.docket.endpoint.Shape.textMap;
import static dev.docket.endpoint.Shape.whole;

import java.util.Map;

/**
 * What each endpoint takes. Clients of three generations are served at once: a field that any of them sends is known
 * here, a rule that one of them dropped is not held (such as the tie between {@code n_consensus} and
 * {@code temperature}), and a field that one of them may leave out is not required.
 */
final class RequestModels {
    private static final String SMALL = "retab-small";

    private static final Field MODEL = optional("model", text(), SMALL, "The model to use; any name is taken.");
    private static final Field RESOLUTION =
            optional("image_resolution_dpi", whole(96, 300), 192, "Resolution of page images, in dots per inch.");
    private static final Field TEMPERATURE =
            optional("temperature", decimal(0, 2), 0.0, "Sampling temperature, for processors that use a model.");
    private static final Field CONSENSUS =
            optional("n_consensus", whole(1, Integer.MAX_VALUE), 1, "How many results to draw a consensus from.");
    private static final Field REASONING =
            nullable("reasoning_effort", text(), "How hard a reasoning model tries; sent by older clients.");
    private static final Field SEED =
            nullable("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), "Seed of the sampling; sent by older clients.");
    private static final Field STORE =
            optional("store", flag(), true, "Whether to keep the result; sent by older clients. Jobs always do.");
    private static final Field STREAM =
            optional("stream", flag(), false, "Taken for compatibility: a job's result is never streamed.");
    private static final Field METADATA =
            optional("metadata", textMap(), Map.of(), "Your own names and values for the result.");
    private static final Field EXTRACTION_ID =
            nullable("extraction_id", text(), "The id that the extraction shall have; made when absent.");
    private static final Field CONTEXT = nullable("context", text(), "More about the document, in words.");
    private static final Field INSTRUCTIONS = required("instructions", text(), "What to fill in, in words.");
    private static final Field CONFIG = optional(
            "config",
            object(optional("color", text(), "#000080", "Colour of the filled text, as #rrggbb.")),
            "How the filled document looks.");

    static final ObjectShape DOCUMENT = object(
            required("filename", text(), "Name of the file; its extension tells the type."),
            required(
                    "url",
                    new DataUrlShape(),
                    "The bytes, as data:<mime>;base64,<bytes>; or an https URL, where the service is set to fetch them."));
    private static final Shape DOCUMENTS = listOf(1, DOCUMENT);

    private static final Field NAME = required("name", text(), "The name it has in the result.");
    private static final Field DESCRIPTION = optional("description", text(), "", "How to recognize it.");
    private static final Shape SUBDOCUMENTS =
            listOf(1, object(NAME, DESCRIPTION, nullable("partition_key", text(), "What to divide its pages by.")));

    private static final Shape MESSAGES = listOf(
            0,
            object(
                    required("role", choice("user", "system", "assistant", "developer", "tool"), "Who says it."),
                    optional("content", any(), "Text, or parts of a message.")));

    private static final ObjectShape EXTRACT = object(
            required("document", DOCUMENT, "The document to extract from."),
            required("json_schema", object(), "JSON Schema of the wanted result."),
            required("model", text(), "The model to use; any name is taken."),
            RESOLUTION,
            TEMPERATURE,
            CONSENSUS,
            STREAM,
            nullable("chunking_keys", textMap(), "Keys that divide long lists."),
            optional("web_search", flag(), false, "Taken for compatibility: nothing is searched."),
            METADATA,
            EXTRACTION_ID,
            nullable("additional_messages", MESSAGES, "Messages to put after the document."),
            REASONING,
            SEED,
            STORE);

    private static final ObjectShape PARSE = object(
            required("document", DOCUMENT, "The document to parse."),
            MODEL,
            optional("table_parsing_format", choice("markdown", "yaml", "html", "json"), "html", "Form of tables."),
            RESOLUTION);

    private static final ObjectShape SPLIT = object(
                    required("document", DOCUMENT, "The document to split."),
                    optional("subdocuments", SUBDOCUMENTS, "What the document is made of."),
                    optional("categories", SUBDOCUMENTS, "Older name of subdocuments."),
                    MODEL,
                    CONTEXT,
                    optional("n_consensus", whole(1, 8), 1, "How many splits to draw a consensus from."))
            .exactlyOneOf("subdocuments", "categories");

    private static final ObjectShape CLASSIFY = object(
            required("document", DOCUMENT, "The document to classify."),
            required("categories", listOf(1, object(NAME, DESCRIPTION)), "The classes to choose from."),
            MODEL,
            nullable("first_n_pages", whole(1, Integer.MAX_VALUE), "Look at so many pages only."),
            CONTEXT);

    private static final ObjectShape GENERATE_SCHEMA = object(
            required("documents", DOCUMENTS, "Examples of what the schema shall describe."),
            MODEL,
            nullable("instructions", text(), "What the schema shall have, in words."),
            TEMPERATURE,
            REASONING,
            RESOLUTION,
            STREAM);

    private static final ObjectShape FILL = object(
                    INSTRUCTIONS,
                    nullable("document", DOCUMENT, "The form to fill."),
                    nullable("template_id", text(), "The stored template to fill."),
                    MODEL,
                    CONFIG)
            .exactlyOneOf("document", "template_id");

    private static final ObjectShape FILL_TEMPLATE =
            object(required("template_id", text(), "The stored template to fill."), INSTRUCTIONS, MODEL, CONFIG);

    private static final ObjectShape GENERATE_TEMPLATE =
            object(required("document", DOCUMENT, "The form to find the fields of."), MODEL);

    private static final ObjectShape EXTRACT_IN_PROJECT = object(
                    required("project_id", text(), "The stored project that has the schema."),
                    nullable("iteration_id", text(), "A version of the project; the published one when absent."),
                    nullable("document", DOCUMENT, "The document to extract from."),
                    nullable("documents", DOCUMENTS, "Several documents to extract from."),
                    optional("model", text(), "The model to use; the project's when absent."),
                    TEMPERATURE,
                    RESOLUTION,
                    CONSENSUS,
                    METADATA,
                    EXTRACTION_ID,
                    SEED,
                    STORE)
            .atLeastOneOf("document", "documents");

    private RequestModels() {}

    static ObjectShape of(Endpoint endpoint) {
        return switch (endpoint) {
            case DOCUMENTS_EXTRACT -> EXTRACT;
            case DOCUMENTS_PARSE -> PARSE;
            case DOCUMENTS_SPLIT -> SPLIT;
            case DOCUMENTS_CLASSIFY -> CLASSIFY;
            case SCHEMAS_GENERATE -> GENERATE_SCHEMA;
            case EDIT_AGENT_FILL -> FILL;
            case EDIT_TEMPLATES_FILL -> FILL_TEMPLATE;
            case EDIT_TEMPLATES_GENERATE -> GENERATE_TEMPLATE;
            case PROJECTS_EXTRACT -> EXTRACT_IN_PROJECT;
        };
    }
}
