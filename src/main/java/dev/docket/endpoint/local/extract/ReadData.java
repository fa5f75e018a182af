package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.ParseJson;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a document that is JSON or XML: names are labels, objects sections, arrays of objects tables. */
final class ReadData {
    private static final int MOST_TOKENS = 500_000;
    private static final int MOST_SPOTS = 20_000;
    private static final int MOST_COLUMNS = 60;
    private static final int DEEPEST_ENTRY = 5;

    /** What one entry of a list is called where the list has no name of its own, and may have one entry only. */
    private static final Pattern ENTRY =
            Pattern.compile("(?i)(?:line|item|position|entry|row|record|transaction|payment)$");

    /** Beyond it zeros are not written out. */
    private static final int MOST_ZEROS = 100;

    private static final ParseJson JSON = ParseJson.asWritten(StreamReadConstraints.builder()
            .maxTokenCount(MOST_TOKENS)
            .maxNestingDepth(100)
            .build());

    private final List<Spot> spots = new ArrayList<>();
    private final List<TableView> tables = new ArrayList<>();
    private boolean decimals;

    private ReadData() {}

    /** Finds nothing in a text that is neither, or more than fits. */
    static ReadData read(String text) {
        ReadData data = new ReadData();
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            data.parse(text);
        } else if (start.startsWith("<")) {
            data.add("", ReadMarkup.read(text), Label.NONE);
        }
        return data;
    }

    List<Spot> spots() {
        return spots;
    }

    List<TableView> tables() {
        return tables;
    }

    /** Whether there are numbers with decimals, and so with a point before them. */
    boolean hasDecimals() {
        return decimals;
    }

    private void parse(String text) {
        try (JsonParser parser = JSON.open(text)) {
            if (parser.nextToken() != JsonToken.NOT_AVAILABLE) {
                add("", JSON.value(parser), Label.NONE);
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
            if (ENTRY.matcher(name).find()) {
                table(name, List.of(value));
            }
        } else if (value.isArray()) {
            array(name, value, section);
        } else {
            Bit bit = new Bit(0, -2, spots.size(), 0, text(value), null);
            spots.add(new Spot(name, Label.ofName(name), Spot.Kind.MARKED, bit, List.of(), section));
        }
    }

    private void array(String name, JsonNode array, Label section) {
        List<String> single = new ArrayList<>();
        List<JsonNode> entries = new ArrayList<>();
        for (JsonNode entry : array) {
            if (entry.isValueNode()) {
                single.add(text(entry));
            } else if (entry.isObject()) {
                entries.add(entry);
            }
        }
        if (!single.isEmpty()) {
            Bit bit = new Bit(0, -2, spots.size(), 0, String.join("; ", single), null);
            spots.add(new Spot(name, Label.ofName(name), Spot.Kind.MARKED, bit, List.of(), section));
        } else if (!entries.isEmpty()) {
            table(name, entries);
        }
    }

    private void table(String name, List<JsonNode> entries) {
        List<Map<String, String>> cells = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode entry : entries) {
            Map<String, String> row = new LinkedHashMap<>();
            flatten("", "", entry, 0, row);
            columns.addAll(row.keySet());
            cells.add(row);
        }
        List<String> names = columns.stream().limit(MOST_COLUMNS).toList();
        List<List<String>> rows = new ArrayList<>(List.of(names));
        cells.forEach(row -> rows.add(
                names.stream().map(column -> row.getOrDefault(column, "")).toList()));
        tables.add(new TableView(rows, Label.ofName(name), 0));
    }

    /** The values of an entry by their own names and those above; of several of one name the first. */
    private void flatten(String above, String name, JsonNode value, int depth, Map<String, String> row) {
        WorkStopped.check();
        if (value.isObject() && depth < DEEPEST_ENTRY) {
            String next = name.matches("(?i).*line ?item") ? "" : name;
            value.fields().forEachRemaining(each -> flatten(next, each.getKey(), each.getValue(), depth + 1, row));
        } else if (value.isArray() && !value.isEmpty()) {
            flatten(above, name, value.get(0), depth + 1, row);
        } else if (value.isValueNode()) {
            row.putIfAbsent(String.join(" ", Words.ofName(above + " " + name)), text(value));
        }
    }

    /** Every digit of the document, and no exponent as long as that can be read. */
    private String text(JsonNode value) {
        if (!value.isBigDecimal()) {
            return value.asText("");
        }
        decimals = true;
        BigDecimal number = value.decimalValue();
        return Math.abs((long) number.scale()) <= MOST_ZEROS ? number.toPlainString() : number.toString();
    }
}
