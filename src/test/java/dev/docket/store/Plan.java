package dev.docket.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the server says that it did for a statement, by {@code explain (analyze, buffers, format json)}. */
record Plan(String text) {
    private static final Set<String> JOBS = Set.of("job", "job_facts", "idempotency_key");

    private JsonObject root() {
        return new JsonArray(text).getJsonObject(0).getJsonObject("Plan");
    }

    private static Stream<JsonObject> nodes(JsonObject node) {
        JsonArray children = node.getJsonArray("Plans", new JsonArray());
        return Stream.concat(
                Stream.of(node), children.stream().map(JsonObject.class::cast).flatMap(Plan::nodes));
    }

    private Stream<JsonObject> scans() {
        return nodes(root()).filter(node -> node.getString("Node Type").endsWith("Scan"));
    }

    /** The tables that are read from their beginning to their end. */
    List<String> readWhole() {
        return scans().filter(node -> node.getString("Node Type").equals("Seq Scan"))
                .map(node -> node.getString("Relation Name"))
                .filter(table -> JOBS.contains(table) || table.startsWith("body"))
                .toList();
    }

    List<String> indexes() {
        return scans().filter(node -> node.containsKey("Index Name"))
                .map(node -> node.getString("Index Name"))
                .filter(index -> JOBS.stream().anyMatch(index::startsWith) || index.startsWith("body"))
                .distinct()
                .toList();
    }

    /** How many rows of tables were looked at, those that did not fit included. */
    long rows() {
        return scans().filter(node -> node.containsKey("Relation Name") || node.containsKey("Index Name"))
                .mapToLong(Plan::rows)
                .sum();
    }

    private static long rows(JsonObject scan) {
        double each = Stream.of("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
                .mapToDouble(count -> scan.getDouble(count, 0.0))
                .sum();
        return Math.round(each * scan.getDouble("Actual Loops", 0.0));
    }

    /** How many pages were looked at, the same one again included. */
    long pages() {
        JsonObject root = root();
        return root.getLong("Shared Hit Blocks", 0L) + root.getLong("Shared Read Blocks", 0L);
    }
}
