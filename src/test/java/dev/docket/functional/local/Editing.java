package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.FormTemplate;
import dev.docket.endpoint.Templates;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.local.LocalConfig;
import dev.docket.endpoint.local.LocalProcessor;
import dev.docket.endpoint.local.LocalWorkers;
import dev.docket.endpoint.local.edit.EditConfig;
import dev.docket.endpoint.local.edit.FillForm;
import dev.docket.endpoint.local.edit.FillTemplate;
import dev.docket.endpoint.local.edit.GenerateTemplate;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Sends forms through the local processor as a job would. */
final class Editing implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final LocalWorkers workers;
    private final LocalProcessor processor;

    Editing() {
        this(Map.of(), (organization, template) -> Uni.createFrom().item(Optional.<FormTemplate>empty()));
    }

    Editing(Map<String, String> settings, Templates templates) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LocalConfig.class)
                .withMapping(DocumentLimits.class)
                .withMapping(EditConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build();
        DocumentLimits limits = config.getConfigMapping(DocumentLimits.class);
        EditConfig edit = config.getConfigMapping(EditConfig.class);
        FillForm fill = new FillForm(limits, edit, templates);
        workers = new LocalWorkers(config.getConfigMapping(LocalConfig.class));
        processor =
                new LocalProcessor(workers, List.of(fill, new FillTemplate(fill), new GenerateTemplate(limits, edit)));
    }

    /** What became of a form. */
    record Filled(JsonNode body) {
        /** The value of a field, null when it has none; a field that is not there fails the test. */
        String value(String key) {
            for (JsonNode field : body.get("form_data")) {
                if (field.get("key").textValue().equals(key)) {
                    return field.get("value").textValue();
                }
            }
            throw new AssertionError(key + " is none of " + body.get("form_data"));
        }

        List<String> keys() {
            return body.get("form_data").findValuesAsText("key");
        }

        PDDocument pdf() {
            return open(body.at("/filled_document/url").textValue());
        }

        /** The text that a reader of the filled document sees. */
        String text() {
            try (PDDocument pdf = pdf()) {
                return new PDFTextStripper().getText(pdf);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    static PDDocument open(String url) {
        assertThat(url).startsWith("data:application/pdf;base64,");
        try {
            return Loader.loadPDF(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Filled fill(byte[] pdf, String instructions) {
        return new Filled(body(Endpoint.EDIT_AGENT_FILL, request(pdf).put("instructions", instructions)));
    }

    JsonNode template(byte[] pdf) {
        return body(Endpoint.EDIT_TEMPLATES_GENERATE, request(pdf));
    }

    static ObjectNode request(byte[] pdf) {
        return request("form.pdf", "application/pdf", pdf);
    }

    static ObjectNode request(String filename, String mime, byte[] bytes) {
        ObjectNode request = JSON.createObjectNode().put("model", "retab-small");
        request.putObject("document")
                .put("filename", filename)
                .put("url", "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(bytes));
        return request;
    }

    JsonNode body(Endpoint endpoint, ObjectNode request) {
        Answer answer = answer(endpoint, request);
        assertThat(answer)
                .as(answer instanceof Answer.Failed failed ? failed.error().toString() : "")
                .isInstanceOf(Answer.Completed.class);
        try {
            return JSON.readTree(((Answer.Completed) answer).body().toBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    JobError error(Endpoint endpoint, ObjectNode request) {
        Answer answer = answer(endpoint, request);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).error();
    }

    Answer answer(Endpoint endpoint, ObjectNode request) {
        return start(endpoint, request).answer().await().atMost(PATIENCE);
    }

    Work start(Endpoint endpoint, ObjectNode request) {
        Payload payload = Payload.of(request.toString().getBytes(StandardCharsets.UTF_8));
        return processor.start(new Assignment("org", JobId.fresh(), endpoint, 0, 1, payload));
    }

    @Override
    public void close() {
        workers.close();
    }
}
