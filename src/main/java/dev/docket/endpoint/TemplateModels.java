package dev.docket.endpoint;

import static dev.docket.endpoint.Field.nullable;
import static dev.docket.endpoint.Field.required;
import static dev.docket.endpoint.Shape.choice;
import static dev.docket.endpoint.Shape.decimal;
import static dev.docket.endpoint.Shape.listOf;
import static dev.docket.endpoint.Shape.object;
import static dev.docket.endpoint.Shape.text;
import static dev.docket.endpoint.Shape.whole;

/** What the calls that make and change templates of forms take. */
final class TemplateModels {
    private static final ObjectShape BOX = object(
            required("left", decimal(0, 1), "Left edge, in parts of the page's width."),
            required("top", decimal(0, 1), "Upper edge, in parts of the page's height."),
            required("width", decimal(0, 1), "Width, in parts of the page's; more than 0."),
            required("height", decimal(0, 1), "Height, in parts of the page's; more than 0."),
            required("page", whole(1, Integer.MAX_VALUE), "The page, from 1."));

    private static final ObjectShape FIELD = object(
            required(
                    "key", text(), "Tells it from the other fields; that of a field of the PDF's own form fills that."),
            required("description", text(), "What it is called in instructions."),
            required("type", choice("text", "checkbox"), "Whether it is written into or ticked."),
            nullable("value", text(), "Not used."),
            required("bbox", BOX, "Where it is."));

    static final ObjectShape NEW = object(
            required("name", text(), "For people; up to 200 characters."),
            required("document", RequestModels.DOCUMENT, "The empty form, a PDF."),
            required("form_fields", listOf(0, FIELD), "Its fields, as a generated template has them."));

    static final ObjectShape CHANGE = object(
            nullable("name", text(), "For people; up to 200 characters."),
            nullable("form_fields", listOf(0, FIELD), "All of its fields."));

    private TemplateModels() {}
}
