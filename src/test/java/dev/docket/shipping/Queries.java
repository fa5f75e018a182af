package dev.docket.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that is asked of Prometheus: by the dashboard, the alerts and what scales. */
public final class Queries {
    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9_]*(?=\\{)");

    private Queries() {}

    /** The queries of the dashboard by their panel and place in it. */
    public static Map<String, String> ofDashboard() {
        Map<String, String> queries = new TreeMap<>();
        for (JsonNode panel : dashboard().path("panels")) {
            panel.path("targets")
                    .forEach(target -> queries.put(
                            panel.path("title").asText() + ": "
                                    + target.path("legendFormat").asText(),
                            target.path("expr").asText()));
        }
        return queries;
    }

    /** The names of all metrics that are asked for, but {@code up}, which is Prometheus' own. */
    public static Set<String> metrics() {
        Set<String> names = new TreeSet<>();
        all().forEach(query ->
                METRIC.matcher(query).results().map(MatchResult::group).forEach(names::add));
        names.remove("up");
        return names;
    }

    static JsonNode dashboard() {
        try {
            return new ObjectMapper()
                    .readTree(Manifest.ROOT.resolve("monitoring/dashboard.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> alerts() {
        return Manifest.of("production", "PrometheusRule").stream()
                .flatMap(rule -> PodPolicy.elements(rule.body().at("/spec/groups")))
                .flatMap(group -> PodPolicy.elements(group.path("rules")))
                .toList();
    }

    private static Stream<String> all() {
        Stream<String> scaling = Manifest.of("production").stream()
                .flatMap(manifest -> manifest.body().findValuesAsText("query").stream());
        Stream<String> alerting =
                alerts().stream().map(alert -> alert.path("expr").asText());
        return Stream.of(ofDashboard().values().stream(), alerting, scaling).flatMap(queries -> queries);
    }
}
