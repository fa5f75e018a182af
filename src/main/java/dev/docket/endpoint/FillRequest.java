package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.docket.job.Payload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the request of an extract out of one that names a project: its own fields, and those of the project that it
 * does not have. Documents are not copied: they stay in the bytes that were sent.
 */
final class FillRequest {
    private static final Set<String> DROPPED = Set.of("project_id", "iteration_id");
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(500).build())
            .build();

    private final Payload request;
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private final Set<String> own = new HashSet<>();
    private String project;
    private boolean iteration;

    private FillRequest(Payload request) {
        this.request = request;
    }

    /**
     * A request without its project's terms, which are added when they are known.
     *
     * @param project the id of the project, or null
     * @param iteration whether it names an iteration of the project
     */
    record Own(String project, List<ByteBuffer> pieces, Set<String> fields, boolean iteration) {
        Payload with(ProjectTerms terms) {
            List<ByteBuffer> all = new ArrayList<>(pieces);
            String comma = fields.isEmpty() ? "" : ",";
            StringBuilder added = new StringBuilder();
            for (Map.Entry<String, String> term : terms.fields().entrySet()) {
                if (!fields.contains(term.getKey())) {
                    added.append(comma)
                            .append(quoted(term.getKey()))
                            .append(':')
                            .append(term.getValue());
                    comma = ",";
                }
            }
            all.add(utf8(added.append('}').toString()));
            return new Payload(all);
        }
    }

    /** @throws IOException when the request is not the JSON that it was when it was accepted */
    static Own own(Payload request) throws IOException {
        return new FillRequest(request).read();
    }

    private Own read() throws IOException {
        pieces.add(utf8("{"));
        try (JsonParser parser = JSON.createParser(request.open())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken kind = parser.nextToken();
                iteration |= name.equals("iteration_id") && kind != JsonToken.VALUE_NULL;
                project = name.equals("project_id") ? parser.getText() : project;
                if (kind == JsonToken.VALUE_NULL || DROPPED.contains(name)) {
                    parser.skipChildren();
                } else {
                    keep(name, parser);
                }
            }
        }
        return new Own(project, pieces, own, iteration);
    }

    private void keep(String name, JsonParser parser) throws IOException {
        pieces.add(utf8((own.isEmpty() ? "" : ",") + quoted(name) + ":"));
        own.add(name);
        if (parser.currentToken().isStructStart()) {
            int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
            parser.skipChildren();
            int to = Math.toIntExact(parser.currentLocation().getByteOffset());
            pieces.addAll(request.slice(from, to).segments());
        } else {
            String text = parser.getText();
            pieces.add(utf8(parser.currentToken() == JsonToken.VALUE_STRING ? quoted(text) : text));
        }
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
