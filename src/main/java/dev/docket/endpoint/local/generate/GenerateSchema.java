package dev.docket.endpoint.local.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.ReadAnyDocument;
import dev.docket.endpoint.document.SentDocument;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.LocalRequest;
import dev.docket.endpoint.local.PayloadWriter;
import dev.docket.endpoint.local.ScanRequest;
import dev.docket.job.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Answers {@code /v1/schemas/generate}: a JSON Schema of what documents have, by their labels and tables. */
@Singleton
public class GenerateSchema implements LocalCall {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReadAnyDocument reading;

    @Inject
    public GenerateSchema(DocumentLimits limits) {
        reading = new ReadAnyDocument(limits);
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.SCHEMAS_GENERATE;
    }

    @Override
    public Payload answer(Payload payload) throws IOException {
        LocalRequest request = ScanRequest.scan(payload);
        SeenDocuments seen = new SeenDocuments();
        for (SentDocument document : request.documents()) {
            seen.add(reading.read(document));
        }
        PayloadWriter body = new PayloadWriter();
        JSON.writeValue(body, body(seen.schema()));
        return body.payload();
    }

    /**
     * Some clients read the schema as the whole answer, others as a part of an envelope. This is both: keywords that a
     * schema does not know mean nothing in it.
     */
    private static ObjectNode body(ObjectNode schema) {
        ObjectNode body = JSON.createObjectNode();
        body.put("object", "schema");
        body.put("created_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        body.put("strict", false);
        body.setAll(schema);
        body.set("json_schema", schema);
        return body;
    }
}
