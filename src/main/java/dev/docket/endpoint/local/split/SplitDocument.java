package dev.docket.endpoint.local.split;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.ReadAnyDocument;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.LocalRequest;
import dev.docket.endpoint.local.ScanRequest;
import dev.docket.endpoint.local.topic.ReadTopics;
import dev.docket.endpoint.local.topic.Topics;
import dev.docket.job.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code /v1/documents/split}: which pages of a stack are which of the documents named, by rules. */
@Singleton
public class SplitDocument implements LocalCall {
    private final ReadAnyDocument reading;

    @Inject
    public SplitDocument(DocumentLimits limits) {
        reading = new ReadAnyDocument(limits);
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.DOCUMENTS_SPLIT;
    }

    @Override
    public Payload answer(Payload payload) throws IOException {
        LocalRequest request =
                ScanRequest.scan(payload, "subdocuments", "categories", "model", "n_consensus", "context");
        // Older clients call them categories.
        String field = request.fields().path("subdocuments").isArray() ? "subdocuments" : "categories";
        JsonNode sent = request.fields().get(field);
        Topics topics = new Topics(ReadTopics.of(sent, field), request.text("context"));
        List<String> keys = keys(sent);
        List<Page> pages = reading.read(request.document()).pages();
        return WriteSplits.write(request, pages.size(), splits(pages, topics, keys));
    }

    /** The key of each subdocument by which its pages are to be divided, or null. */
    private static List<String> keys(JsonNode sent) {
        List<String> keys = new ArrayList<>();
        sent.forEach(each -> {
            String key = each.path("partition_key").textValue();
            keys.add(key == null || key.isBlank() ? null : key);
        });
        return keys;
    }

    private static List<Split> splits(List<Page> pages, Topics topics, List<String> keys) {
        List<PageTraits> traits = new ArrayList<>();
        for (Page page : pages) {
            traits.add(ReadTraits.of(page, topics));
        }
        Stack stack = new Stack(traits);
        List<Beginning> beginnings = WeighBeginnings.weigh(stack);
        List<Section> sections = joined(new DividePages(stack, beginnings, topics).divide(), keys);
        ExplainSection explain = new ExplainSection(topics, pages, stack, beginnings);
        List<Split> splits = new ArrayList<>();
        for (Section section : sections) {
            String name = topics.name(section.topic());
            String key = keys.get(section.topic());
            List<Partition> partitions = key == null ? List.of() : PartitionPages.partitions(pages, section, key, name);
            splits.add(new Split(
                    name, section.pages(), explain.likelihood(section), explain.reasoning(section), partitions));
        }
        return splits;
    }

    /** Where a key is to divide them, documents of one name that follow each other are one. */
    private static List<Section> joined(List<Section> sections, List<String> keys) {
        List<Section> joined = new ArrayList<>();
        for (Section section : sections) {
            Section before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.topic() == section.topic() && keys.get(section.topic()) != null) {
                joined.set(joined.size() - 1, before.and(section));
            } else {
                joined.add(section);
            }
        }
        return joined;
    }
}
