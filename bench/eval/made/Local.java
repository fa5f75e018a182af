package made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.job.Payload;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Calls the local processor as a job does. */
public final class Local {
    public static final ObjectMapper JSON = new ObjectMapper();

    private Local() {}

    public static DocumentLimits limits() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DocumentLimits.class)
                .withSources(new PropertiesConfigSource(Map.of(), "evaluation", 500))
                .build()
                .getConfigMapping(DocumentLimits.class);
    }

    public static ObjectNode request(String filename, byte[] bytes) {
        ObjectNode request = JSON.createObjectNode().put("model", "retab-small");
        request.putObject("document")
                .put("filename", filename)
                .put("url", "data:;base64," + Base64.getEncoder().encodeToString(bytes));
        return request;
    }

    /** The answer, or null when the document was refused. */
    public static JsonNode answer(LocalCall call, ObjectNode request) throws IOException {
        try {
            return JSON.readTree(
                    call.answer(Payload.of(JSON.writeValueAsBytes(request))).toBytes());
        } catch (DocumentRefused refused) {
            System.out.println(request.at("/document/filename").textValue() + " failed: " + refused.error().code());
            return null;
        }
    }

    public static String option(String[] args, String name, String preset) {
        int at = List.of(args).indexOf(name);
        return at < 0 ? preset : args[at + 1];
    }
}
