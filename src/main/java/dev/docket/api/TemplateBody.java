package dev.docket.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import dev.docket.template.NewTemplate;
import dev.docket.template.TemplatesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads what a call says about a template; all that is wrong with it is refused in one 422. */
final class TemplateBody {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_FILENAME = 255;
    /** What a body may have beside the document: the fields, each with a long description. */
    private static final int BESIDE = 4 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(StrictJson.DEEPEST)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private final TemplatesConfig config;
    private final List<Fault> faults = new ArrayList<>();

    private TemplateBody(TemplatesConfig config) {
        this.config = config;
    }

    /** The largest body of these calls, in bytes. */
    static long most(TemplatesConfig config) {
        return config.maxDocument().asLongValue() / 3 * 4 + BESIDE;
    }

    /**
     * What the body says; what it leaves open is null.
     *
     * @param check what the model of the call has against it
     */
    static NewTemplate read(Payload body, Function<Payload, List<Fault>> check, TemplatesConfig config) {
        return new TemplateBody(config).read(body, check);
    }

    /** The same for a call that may do without a body. */
    static NewTemplate readIfAny(Payload body, Function<Payload, List<Fault>> check, TemplatesConfig config) {
        return body.length() == 0 ? new NewTemplate(null, null, null, null, 0) : read(body, check, config);
    }

    private NewTemplate read(Payload body, Function<Payload, List<Fault>> check) {
        TopLevel.read(body, Set.of());
        faults.addAll(check.apply(body));
        refuseFaults();
        JsonNode call = tree(body);
        String name = text(call.path("name"), "body.name", LONGEST_NAME);
        String filename = text(call.at("/document/filename"), "body.document.filename", LONGEST_FILENAME);
        byte[] document = document(call.at("/document/url"));
        JsonNode fields = call.path("form_fields");
        TemplateFields.check(fields, config.maxFields(), faults);
        refuseFaults();
        return new NewTemplate(name, filename, document, fields.isArray() ? fields.toString() : null, fields.size());
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
    }

    private static JsonNode tree(Payload body) {
        try {
            return JSON.readTree(body.open());
        } catch (JsonProcessingException beyond) {
            throw InvalidRequest.of(List.of(new Fault("body", "names and numbers of usual length", "longer ones")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String text(JsonNode node, String path, int longest) {
        if (!node.isTextual()) {
            return null;
        }
        String text = node.textValue();
        boolean good = !text.isBlank()
                && text.codePointCount(0, text.length()) <= longest
                && text.indexOf('\0') < 0
                && !Shown.hasLoneSurrogate(text);
        if (!good) {
            faults.add(new Fault(path, "a string of 1 to " + longest + " characters, without NUL", Shown.text(text)));
        }
        return text;
    }

    private byte[] document(JsonNode url) {
        if (!url.isTextual()) {
            return null;
        }
        String path = "body.document.url";
        byte[] bytes;
        try {
            String text = url.textValue();
            bytes = Base64.getDecoder()
                    .decode(text.substring(text.indexOf(',') + 1).strip());
        } catch (IllegalArgumentException broken) {
            faults.add(new Fault(path, "base64 behind the comma", "something else"));
            return null;
        }
        long most = config.maxDocument().asLongValue();
        if (bytes.length > most) {
            faults.add(new Fault(path, "a document of at most " + most + " bytes", bytes.length + " bytes"));
        } else if (!isPdf(bytes)) {
            faults.add(new Fault(path, "a PDF document", "bytes of another type"));
        }
        return bytes;
    }

    private static boolean isPdf(byte[] bytes) {
        return new String(bytes, 0, Math.min(1024, bytes.length), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }
}
