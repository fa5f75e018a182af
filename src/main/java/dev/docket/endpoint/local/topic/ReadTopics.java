package dev.docket.endpoint.local.topic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.job.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Reads the topics of a request. The model of the endpoint has checked them before; this holds by itself. */
public final class ReadTopics {
    /** More would make each page's work too much. */
    public static final int MOST = 1000;

    private ReadTopics() {}

    /** The topics of a field, at least one. */
    public static List<Topic> of(JsonNode sent, String field) {
        if (sent == null || !sent.isArray() || sent.isEmpty()) {
            throw invalid("request." + field + " is not an array with at least one entry.");
        }
        if (sent.size() > MOST) {
            throw invalid("request." + field + " has " + sent.size() + " entries; at most " + MOST + " are served.");
        }
        List<Topic> topics = new ArrayList<>();
        for (JsonNode each : sent) {
            String name = each.path("name").textValue();
            if (name == null) {
                throw invalid("request." + field + "[" + topics.size() + "].name is not a string.");
            }
            topics.add(new Topic(name, each.path("description").asText("")));
        }
        return topics;
    }

    private static DocumentRefused invalid(String message) {
        return new DocumentRefused(ErrorCode.REQUEST_INVALID, message);
    }
}
