package dev.docket.api.openapi;

import static dev.docket.api.openapi.Schemas.flag;
import static dev.docket.api.openapi.Schemas.listOf;
import static dev.docket.api.openapi.Schemas.member;
import static dev.docket.api.openapi.Schemas.object;
import static dev.docket.api.openapi.Schemas.openObject;
import static dev.docket.api.openapi.Schemas.orNull;
import static dev.docket.api.openapi.Schemas.ref;
import static dev.docket.api.openapi.Schemas.text;
import static dev.docket.api.openapi.Schemas.whole;

import dev.docket.api.openapi.Schemas.Member;
import dev.docket.endpoint.RequestSchemas;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What is sent and answered about projects. */
final class ProjectSchemas {
    static final String ID = "^proj_[A-Za-z0-9_-]{21}$";

    private ProjectSchemas() {}

    static Map<String, Schema> all() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put("CreateProject", SchemaReader.read(RequestSchemas.newProject()));
        schemas.put("ChangeProject", SchemaReader.read(RequestSchemas.projectChange()));
        schemas.put("Project", project());
        schemas.put("ProjectDraft", object("What is worked on.", config()));
        schemas.put(
                "ProjectPublished",
                object(
                        "What requests in the project use: what was last published, and the draft until then.",
                        append(config(), member("origin", text("What the publishing call said that it publishes.")))));
        schemas.put("ProjectSettings", settings());
        schemas.put("ProjectList", list());
        schemas.put(
                "ProjectDeleted",
                object(
                        "The project is gone.",
                        member("success", flag("True.")),
                        member("id", text("The id of the project."))));
        schemas.put("ProjectForm", form());
        return schemas;
    }

    private static Schema project() {
        return object(
                "A schema and settings that extractions share.",
                member("id", text("Its id.").pattern(ID)),
                member("object", text("What this is.").constValue("project")),
                member("name", text("Its name.")),
                member("created_at", text("When it was made, in UTC.").format("date-time")),
                member("updated_at", text("When it was last changed, in UTC.").format("date-time")),
                member("published_config", ref("ProjectPublished")),
                member("draft_config", ref("ProjectDraft")),
                member("is_published", flag("Whether anything was published yet.")),
                member("is_schema_generated", flag("True.")),
                member("organization_id", text("Whose it is.")));
    }

    private static Member[] config() {
        return new Member[] {
            member("inference_settings", ref("ProjectSettings")),
            member("json_schema", openObject("JSON Schema of what is extracted.")),
            member("human_in_the_loop_criteria", listOf("Empty.", openObject(null))),
            member("computation_spec", openObject("Nothing is computed."))
        };
    }

    private static Member[] append(Member[] members, Member last) {
        Member[] all = Arrays.copyOf(members, members.length + 1);
        all[members.length] = last;
        return all;
    }

    private static Schema settings() {
        return openObject("As in the calls that make and change projects, with what holds for what was not said.");
    }

    private static Schema list() {
        return object(
                "A page of projects.",
                member("object", text("What this is.").constValue("list")),
                member("data", listOf("The newest first.", ref("Project"))),
                member("first_id", orNull(text("Of the first project, or null."))),
                member("last_id", orNull(text("Of the last project, or null; `after` of the next page."))),
                member("has_more", flag("Whether there are more behind it.")),
                member("list_metadata", openObject("The same as `before` and `after`.")));
    }

    private static Schema form() {
        Schema file = text("The file.").format("binary");
        return openObject("The fields of the JSON request, with files as files. Either `document` or `documents`.")
                .addProperty("document", file)
                .addProperty("documents", listOf("Several files of one request.", file))
                .addProperty("model", text("The model to use; the project's when absent."))
                .addProperty("temperature", Schemas.of(Schema.SchemaType.NUMBER, "Sampling temperature."))
                .addProperty("image_resolution_dpi", whole("Resolution of page images."))
                .addProperty("n_consensus", whole("How many results to draw a consensus from."))
                .addProperty("metadata", text("A JSON object of strings, as text."))
                .addProperty("extraction_id", text("The id that the extraction shall have."))
                .addProperty("seed", whole("Seed of the sampling."))
                .addProperty("store", flag("Taken for compatibility."));
    }
}
