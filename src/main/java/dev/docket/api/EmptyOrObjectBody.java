package dev.docket.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The body of a cancel or a retry: one client sends nothing, another an empty object. */
public final class EmptyOrObjectBody {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .readerFor(JsonNode.class);

    private EmptyOrObjectBody() {}

    /** Reads a small body; anything but nothing or an object of known members is refused with a 400 or a 422. */
    public static JsonNode read(Payload body, Set<String> known) {
        StrictJson.checkText(body);
        try (JsonParser parser = StrictJson.open(body)) {
            JsonNode node = tree(parser);
            return node == null || node.isMissingNode() ? JsonNodeFactory.instance.objectNode() : object(node, known);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        try {
            return READER.readTree(parser);
        } catch (JsonProcessingException broken) {
            throw StrictJson.malformed(broken, parser);
        }
    }

    private static JsonNode object(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw InvalidRequest.of(List.of(new Fault("body", "an object or nothing", Shown.kind(node.asToken()))));
        }
        String members = known.isEmpty() ? "no members" : "only " + String.join(", ", new TreeSet<>(known));
        List<Fault> faults = node.propertyStream()
                .filter(property -> !known.contains(property.getKey()))
                .map(property -> new Fault("body", members, Shown.text(property.getKey())))
                .toList();
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
        return node;
    }
}
