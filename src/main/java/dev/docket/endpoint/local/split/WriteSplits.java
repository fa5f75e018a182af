package dev.docket.endpoint.local.split;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.docket.endpoint.local.Credits;
import dev.docket.endpoint.local.LocalRequest;
import dev.docket.endpoint.local.PayloadWriter;
import dev.docket.job.Payload;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes the answer in the one form that all generations of clients read. */
final class WriteSplits {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_VOTES = 8;

    private WriteSplits() {}

    static Payload write(LocalRequest request, int pages, List<Split> splits) throws IOException {
        int votes = Math.max(
                1, Math.min(MOST_VOTES, request.fields().path("n_consensus").asInt(1)));
        PayloadWriter body = new PayloadWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeArrayFieldStart("splits");
            for (Split split : splits) {
                split(split, votes, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("usage");
            json.writeNumberField("page_count", pages);
            json.writeNumberField(
                    "credits", Credits.of(request.text("model"), pages).multiply(BigDecimal.valueOf(votes)));
            json.writeEndObject();
            json.writeEndObject();
        }
        return body.payload();
    }

    private static void split(Split split, int votes, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", split.name());
        pages(split.pages(), json);
        // Clients before and after a renaming look for one or the other.
        json.writeNumberField("confidence", split.likelihood());
        json.writeNumberField("likelihood", split.likelihood());
        json.writeStringField("reasoning", split.reasoning());
        json.writeArrayFieldStart("votes");
        // Rules come to the same each time; that is what the votes say.
        for (int vote = 0; votes > 1 && vote < votes; vote++) {
            json.writeStartObject();
            pages(split.pages(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("partitions");
        for (Partition partition : split.partitions()) {
            partition(partition, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void partition(Partition partition, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", partition.key());
        pages(partition.pages(), json);
        json.writeNumberField("first_page_y_start", partition.start());
        json.writeNumberField("last_page_y_end", partition.end());
        json.writeEndObject();
    }

    private static void pages(List<Integer> pages, JsonGenerator json) throws IOException {
        json.writeFieldName("pages");
        json.writeArray(pages.stream().mapToInt(Integer::intValue).toArray(), 0, pages.size());
    }
}
