package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a document that is JSON: names are labels, objects sections, arrays of objects tables. */
final class ReadData {
    private static final int MOST_TOKENS = 500_000;
    private static final int MOST_SPOTS = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(MOST_TOKENS)
                        .maxNestingDepth(100)
                        .build());
    }

    private final List<Spot> spots = new ArrayList<>();
    private final List<TableView> tables = new ArrayList<>();

    private ReadData() {}

    /** Finds nothing in a text that is no JSON, or more than fits. */
    static ReadData read(String text) {
        ReadData data = new ReadData();
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            data.parse(text);
        }
        return data;
    }

    List<Spot> spots() {
        return spots;
    }

    List<TableView> tables() {
        return tables;
    }

    private void parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.NOT_AVAILABLE) {
                add("", parser.readValueAsTree(), Label.NONE);
            }
        } catch (JsonProcessingException noData) {
            spots.clear();
            tables.clear();
        } catch (IOException unread) {
            throw new IllegalStateException("text in memory cannot fail to be read", unread);
        }
    }

    private void add(String name, JsonNode value, Label section) {
        WorkStopped.check();
        if (value == null || value.isNull() || spots.size() >= MOST_SPOTS) {
            return;
        }
        if (value.isObject()) {
            Label inside = name.isEmpty() ? section : section.and(Label.ofName(name));
            value.fields().forEachRemaining(each -> add(each.getKey(), each.getValue(), inside));
        } else if (value.isArray()) {
            array(name, value, section);
        } else {
            Bit bit = new Bit(0, -2, spots.size(), 0, value.asText(), null);
            spots.add(new Spot(name, Label.ofName(name), Spot.Kind.MARKED, bit, List.of(), section));
        }
    }

    private void array(String name, JsonNode array, Label section) {
        Set<String> columns = new LinkedHashSet<>();
        List<String> single = new ArrayList<>();
        for (JsonNode entry : array) {
            entry.fieldNames().forEachRemaining(columns::add);
            if (entry.isValueNode()) {
                single.add(entry.asText());
            }
        }
        if (!single.isEmpty()) {
            Bit bit = new Bit(0, -2, spots.size(), 0, String.join("; ", single), null);
            spots.add(new Spot(name, Label.ofName(name), Spot.Kind.MARKED, bit, List.of(), section));
        } else if (!columns.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.copyOf(columns));
            for (JsonNode entry : array) {
                rows.add(columns.stream()
                        .map(column -> entry.path(column).asText(""))
                        .toList());
            }
            tables.add(new TableView(rows, Label.ofName(name), 0));
        }
    }
}
