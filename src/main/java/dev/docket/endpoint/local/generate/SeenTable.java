package dev.docket.endpoint.local.generate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.document.Block;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import dev.docket.endpoint.local.value.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A table that was seen, its columns as the properties of its entries. */
final class SeenTable {
    private static final int SAMPLE = 200;
    private static final int MOST_COLUMNS = 60;

    private final String title;
    private final List<SeenProperty> columns = new ArrayList<>();
    private int documents;

    SeenTable(String title, List<String> head) {
        this.title = title;
        for (String name : head.subList(0, Math.min(MOST_COLUMNS, head.size()))) {
            columns.add(new SeenProperty(name, Vocabulary.label(name)));
        }
    }

    /** The row that names the columns of a table: the first that has a different text in each, and rows below it. */
    static int head(Block.Table table) {
        for (int at = 0; at < Math.min(4, table.rows().size() - 1); at++) {
            List<String> row = table.rows().get(at);
            boolean named = row.size() > 1
                    && row.size() == table.columns()
                    && new HashSet<>(row).size() == row.size()
                    && row.stream().allMatch(SeenTable::isName);
            if (named) {
                return at;
            }
        }
        return -1;
    }

    /** What the columns mean; tables in which it is the same are the same. */
    static Set<Label> meaning(List<String> head) {
        Set<Label> meaning = new LinkedHashSet<>();
        head.forEach(name -> meaning.add(Vocabulary.label(name)));
        return meaning;
    }

    void rows(List<List<String>> rows, Spelling spelling) {
        documents++;
        for (List<String> row : rows.subList(0, Math.min(SAMPLE, rows.size()))) {
            long filled = row.stream().filter(cell -> !cell.isBlank()).count();
            if (2 * filled < columns.size()) {
                continue;
            }
            for (int column = 0; column < Math.min(row.size(), columns.size()); column++) {
                columns.get(column).value(row.get(column), spelling);
            }
        }
    }

    int documents() {
        return documents;
    }

    String title() {
        return title;
    }

    void describe(ObjectNode schema) {
        schema.put("type", "array");
        schema.put("title", title);
        ObjectNode entry = schema.putObject("items");
        entry.put("type", "object");
        ObjectNode properties = entry.putObject("properties");
        Set<String> names = new LinkedHashSet<>();
        for (SeenProperty column : columns) {
            String name = NameLabel.name(column.label(), "column", names);
            names.add(name);
            column.describe(properties.putObject(name));
        }
        ArrayNode required = entry.putArray("required");
        names.forEach(required::add);
    }

    private static boolean isName(String cell) {
        return !cell.isBlank()
                && cell.length() <= 60
                && cell.chars().anyMatch(c -> Character.isLetter(c) || c == '#')
                && !cell.matches(".*\\d{3}.*");
    }
}
