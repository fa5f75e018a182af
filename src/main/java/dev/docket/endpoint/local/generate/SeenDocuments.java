package dev.docket.endpoint.local.generate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.document.Block;
import dev.docket.endpoint.document.KeyValue;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import dev.docket.endpoint.local.value.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was seen on documents, put together to a schema that all of them fit. */
final class SeenDocuments {
    private static final int MOST_PROPERTIES = 300;
    private static final int MOST_TABLES = 20;
    private static final int MOST_CELLS = 20_000;

    private final Map<Set<String>, SeenProperty> properties = new LinkedHashMap<>();
    private final Map<Set<Label>, SeenTable> tables = new LinkedHashMap<>();
    private String title = "";
    private int documents;

    void add(ReadDocument read) {
        documents++;
        Spelling spelling = Spelling.of(read.text());
        Set<String> cells = new HashSet<>();
        Set<SeenTable> seen = new HashSet<>();
        for (Page page : read.pages()) {
            String above = "";
            for (Block block : page.blocks()) {
                WorkStopped.check();
                if (block instanceof Block.Table table) {
                    table(table, above, spelling, cells, seen);
                } else if (!block.text().isBlank()) {
                    above = block.text().strip();
                    title(above);
                }
            }
        }
        pairs(read, spelling, cells);
    }

    private void title(String line) {
        boolean plain = line.length() <= 40 && line.indexOf(':') < 0 && line.indexOf('@') < 0;
        if (title.isEmpty() && plain && Label.of(line).concepts().stream().anyMatch(Concepts.KNOWN::isKind)) {
            title = line;
        }
    }

    private void table(Block.Table table, String above, Spelling spelling, Set<String> cells, Set<SeenTable> seen) {
        int head = SeenTable.head(table);
        int rows = table.rows().size() - head - 1;
        // Two rows are labels with their values, and a row or more of two columns may be so too.
        if (head < 0 || rows < 2 && table.columns() < 3 || table.columns() == 2 && isPairs(table)) {
            return;
        }
        List<String> names = table.rows().get(head);
        boolean strip = rows == 1
                && names.stream()
                        .noneMatch(name ->
                                Label.of(name).has("quantity") || Label.of(name).has("price"));
        if (strip || tables.size() >= MOST_TABLES) {
            return;
        }
        SeenTable known = tables.computeIfAbsent(
                SeenTable.meaning(names), none -> new SeenTable(TitleTable.title(above, names), names));
        known.rows(table.rows().subList(head + 1, table.rows().size()), spelling);
        seen.add(known);
        table.rows().stream().skip(head).flatMap(List::stream).limit(MOST_CELLS).forEach(cells::add);
    }

    private static boolean isPairs(Block.Table table) {
        long labels = table.rows().stream()
                .filter(row -> row.size() == 2
                        && new Vocabulary().isLabel(row.get(0))
                        && !new Vocabulary().isLabel(row.get(1)))
                .count();
        return 2 * labels > table.rows().size();
    }

    private void pairs(ReadDocument read, Spelling spelling, Set<String> cells) {
        Set<SeenProperty> here = new HashSet<>();
        for (KeyValue pair : FindPairs.find(read)) {
            WorkStopped.check();
            if (cells.contains(pair.label()) && cells.contains(pair.value())) {
                continue;
            }
            Label meaning = Vocabulary.label(pair.label());
            Set<String> key = meaning.isEmpty() ? Set.of(pair.label()) : new TreeSet<>(meaning.concepts());
            SeenProperty property = properties.get(key);
            if (property == null && properties.size() < MOST_PROPERTIES) {
                property = new SeenProperty(pair.label(), meaning);
                properties.put(key, property);
            }
            if (property != null && here.add(property)) {
                property.value(pair.value(), spelling);
                property.document();
            }
        }
    }

    /** The schema; required is what all documents have. */
    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("title", title.isEmpty() ? "Document" : title);
        schema.put("type", "object");
        ObjectNode described = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SeenProperty property : properties.values()) {
            String name = NameLabel.name(property.label(), "field", names);
            names.add(name);
            property.describe(described.putObject(name));
            if (property.documents() == documents) {
                required.add(name);
            }
        }
        for (SeenTable table : tables.values()) {
            String name = NameLabel.name(table.title(), "table", names);
            names.add(name);
            table.describe(described.putObject(name));
            if (table.documents() >= documents) {
                required.add(name);
            }
        }
        ArrayNode list = schema.putArray("required");
        required.forEach(list::add);
        return schema;
    }
}
