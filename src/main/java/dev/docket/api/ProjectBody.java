package dev.docket.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import dev.docket.project.CheckSchema;
import dev.docket.project.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a call says about a project; what it leaves open is null.
 *
 * @param draft exactly the bytes that were sent, as text
 */
record ProjectBody(String name, Settings draft) {
    /** As large as a schema may be; a page of projects has each of them twice. */
    static final long MOST_BYTES = 256 * 1024;

    private static final int LONGEST_NAME = 200;
    private static final Set<String> MEMBERS = Set.of("name", "json_schema", "inference_settings", "draft_config");

    /**
     * Reads a body; all that is wrong with it is refused in one 422.
     *
     * @param check what the model of the call has against it
     */
    static ProjectBody read(Payload body, Function<Payload, List<Fault>> check) {
        TopLevel call = TopLevel.read(body, MEMBERS);
        List<Fault> faults = new ArrayList<>(check.apply(body));
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
        Settings draft = settings(call, "body", faults);
        TopLevel.Member config = call.members().get("draft_config");
        if (config != null && config.kind().isStructStart()) {
            draft = over(draft, settings(TopLevel.read(config.text(), MEMBERS), "body.draft_config", faults));
        }
        String name = name(call.members().get("name"), faults);
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
        return new ProjectBody(name, draft);
    }

    /** The draft of a new project: an absent schema asks for nothing in particular. */
    Settings newDraft() {
        return over(new Settings("{}", "{}"), draft);
    }

    private static Settings over(Settings below, Settings above) {
        return new Settings(
                above.schema() == null ? below.schema() : above.schema(),
                above.inference() == null ? below.inference() : above.inference());
    }

    private static Settings settings(TopLevel object, String path, List<Fault> faults) {
        String schema = text(object.members().get("json_schema"));
        if (schema != null) {
            CheckSchema.fault(schema)
                    .ifPresent(wrong -> faults.add(
                            new Fault(path + ".json_schema", "a JSON Schema that can be worked with", wrong)));
        }
        return new Settings(schema, text(object.members().get("inference_settings")));
    }

    private static String text(TopLevel.Member member) {
        return member == null || !member.kind().isStructStart()
                ? null
                : new String(member.text().toBytes(), StandardCharsets.UTF_8);
    }

    private static String name(TopLevel.Member member, List<Fault> faults) {
        if (member == null || member.kind() != JsonToken.VALUE_STRING) {
            return null;
        }
        String name = decoded(member);
        boolean good = name != null
                && !name.isBlank()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.indexOf('\0') < 0
                && !Shown.hasLoneSurrogate(name);
        if (!good) {
            faults.add(new Fault(
                    "body.name",
                    "a string of 1 to " + LONGEST_NAME + " characters, without NUL",
                    name == null ? "a longer one" : Shown.text(name)));
        }
        return name;
    }

    /** Null when the text of the member was cut, and so is too long for any name. */
    private static String decoded(TopLevel.Member member) {
        try (JsonParser parser = StrictJson.open(member.text())) {
            parser.nextToken();
            return parser.getText();
        } catch (JsonProcessingException cut) {
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
