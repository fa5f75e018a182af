package dev.docket.api.openapi;

import static dev.docket.api.openapi.Schemas.choice;
import static dev.docket.api.openapi.Schemas.flag;
import static dev.docket.api.openapi.Schemas.listOf;
import static dev.docket.api.openapi.Schemas.member;
import static dev.docket.api.openapi.Schemas.object;
import static dev.docket.api.openapi.Schemas.openObject;
import static dev.docket.api.openapi.Schemas.orNull;
import static dev.docket.api.openapi.Schemas.ref;
import static dev.docket.api.openapi.Schemas.text;
import static dev.docket.api.openapi.Schemas.whole;

import dev.docket.endpoint.RequestSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What is sent and answered about templates. */
final class TemplateSchemas {
    static final String ID = "^edittplt_[A-Za-z0-9_-]{21}$";

    private TemplateSchemas() {}

    static Map<String, Schema> all() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put("CreateTemplate", SchemaReader.read(RequestSchemas.newTemplate()));
        schemas.put("ChangeTemplate", SchemaReader.read(RequestSchemas.templateChange()));
        schemas.put("Template", template());
        schemas.put("TemplateField", field());
        schemas.put("TemplateList", list());
        schemas.put(
                "TemplateDeleted",
                object(
                        "The template is gone.",
                        member("success", flag("True.")),
                        member("id", text("The id of the template."))));
        return schemas;
    }

    private static Schema template() {
        Schema file = object(
                "Its document.",
                member("id", text("Made of its bytes.")),
                member("filename", text("Its name.")),
                member("mime_type", text("`application/pdf`.")),
                member(
                        "url",
                        text("A data URL; cut off after 1000 characters, except where one template is retrieved.")));
        return object(
                "An empty form with its fields.",
                member("id", text("Its id.").pattern(ID)),
                member("object", text("What this is.").constValue("edit_template")),
                member("name", text("Its name.")),
                member("file", file),
                member("form_fields", listOf("Its fields.", ref("TemplateField"))),
                member("field_count", whole("How many they are.")),
                member("organization_id", text("Whose it is.")),
                member("created_at", text("When it was made, in UTC.").format("date-time")),
                member("updated_at", text("When it was last changed, in UTC.").format("date-time")));
    }

    private static Schema field() {
        Schema box = object(
                "Where it is, in parts of the page.",
                member("left", part()),
                member("top", part()),
                member("width", part()),
                member("height", part()),
                member("page", whole("The page, from 1.")));
        return openObject("A field of a form.")
                .addProperty("key", text("Tells it from the others."))
                .addProperty("description", text("What it is called in instructions."))
                .addProperty("type", choice("Whether it is written into or ticked.", List.of("text", "checkbox")))
                .addProperty("value", orNull(text("Not used.")))
                .addProperty("bbox", box)
                .required(List.of("key", "description", "type", "bbox"));
    }

    private static Schema part() {
        return Schemas.of(SchemaType.NUMBER, null);
    }

    private static Schema list() {
        return object(
                "A page of templates.",
                member("object", text("What this is.").constValue("list")),
                member("data", listOf("In the order asked for.", ref("Template"))),
                member("first_id", orNull(text("Of the first template, or null."))),
                member("last_id", orNull(text("Of the last template, or null."))),
                member("has_more", flag("Whether there are more in the direction of travel.")),
                member(
                        "list_metadata",
                        openObject("The cursors `before` and `after` of the pages around it, or null.")));
    }
}
