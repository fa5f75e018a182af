package dev.docket.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests as they are written: each is what its type allows, safe, and fits the others. */
class ManifestsTest {
    private static final Pattern METRIC = Pattern.compile("(?:docket|sql_pool)_[a-z_]+");

    static Stream<Manifest> all() {
        return Manifest.all().stream();
    }

    static Stream<Manifest> pods() {
        return all().filter(manifest -> manifest.pod().isObject()).filter(manifest -> !manifest.isOfComponent());
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_object_has_no_key_that_its_type_does_not_have(Manifest manifest) {
        assertThat(StrictParse.faults(manifest.body())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_misspelt_key_is_noticed_at_every_level(Manifest manifest) {
        List<String> unnoticed = Misspelt.variantsOf(manifest.body())
                .filter(variant -> StrictParse.faults(variant.body()).isEmpty())
                .map(Misspelt::place)
                .toList();

        assertThat(unnoticed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void a_pod_holds_to_every_policy(Manifest manifest) {
        assertThat(PodPolicy.brokenBy(manifest.pod())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_mistake_is_noticed_by_its_policy(PlantedMistake mistake) {
        JsonNode pod = Manifest.of("production", "Deployment").get(0).pod();

        assertThat(PodPolicy.brokenBy(mistake.in(pod))).containsExactly(mistake.noticed());
    }

    @Test
    void every_policy_has_a_mistake_that_it_notices() {
        assertThat(Arrays.stream(PlantedMistake.values()).map(PlantedMistake::noticed))
                .contains(PodPolicy.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void an_overlay_applies_every_file_of_its_directory(String overlay) throws IOException {
        List<Path> places = Manifest.places(overlay);
        for (Path place : places) {
            assertThat(resources(place)).containsAll(files(place));
        }
        places.stream()
                .skip(1)
                .forEach(place -> assertThat(resources(places.get(0))).contains("../../" + place.getFileName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void whatever_selects_pods_selects_some(String overlay) {
        for (Manifest manifest : Manifest.of(overlay)) {
            for (String selector : List.of("/spec/selector/matchLabels", "/spec/podSelector/matchLabels")) {
                assertSelects(overlay, manifest, manifest.body().at(selector));
            }
            if (manifest.kind().equals("Service")) {
                assertSelects(overlay, manifest, manifest.body().at("/spec/selector"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void whatever_is_not_let_through_is_denied_and_the_namespace_takes_only_restricted_pods(String overlay) {
        assertThat(Manifest.of(overlay, "NetworkPolicy"))
                .anySatisfy(policy -> assertThat(policy.body().path("spec").toString())
                        .isEqualTo("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}"));
        assertThat(Manifest.of(overlay, "Namespace"))
                .singleElement()
                .satisfies(namespace -> assertThat(namespace
                                .body()
                                .at("/metadata/labels")
                                .path("pod-security.kubernetes.io/enforce")
                                .asText())
                        .isEqualTo("restricted"));
        assertThat(Manifest.of(overlay, "Secret")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HorizontalPodAutoscaler", "ScaledObject"})
    void what_scales_a_deployment_names_one_and_alone_says_how_many_pods_it_has(String kind) {
        Manifest scaler = Manifest.of("production", kind).get(0);
        String target = scaler.body().at("/spec/scaleTargetRef/name").asText();

        assertThat(Manifest.of("production", "Deployment"))
                .filteredOn(deployment -> deployment.name().equals(target))
                .singleElement()
                .satisfies(
                        deployment -> assertThat(deployment.body().at("/spec").has("replicas"))
                                .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docket-api", "docket-executor"})
    void a_node_can_be_drained_while_no_pod_is_ready(String name) {
        Manifest budget = named(Manifest.of("production", "PodDisruptionBudget").stream(), name);

        assertThat(budget.body().at("/spec/unhealthyPodEvictionPolicy").asText())
                .isEqualTo("AlwaysAllow");
    }

    @Test
    void a_metric_that_is_lost_is_not_taken_for_an_empty_queue() {
        assertThat(PodPolicy.elements(
                        Manifest.of("production", "ScaledObject").get(0).body().at("/spec/triggers")))
                .isNotEmpty()
                .allSatisfy(trigger -> assertThat(
                                trigger.at("/metadata/ignoreNullValues").asText())
                        .isEqualTo("false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docket-api", "docket-executor"})
    void with_a_pooler_every_container_knows_of_it_and_of_the_way_past_it(String deployment) {
        JsonNode patch =
                named(Manifest.ofComponent("pooler").stream(), deployment).pod();
        JsonNode pod = named(Manifest.of("production", "Deployment").stream(), deployment)
                .pod();

        for (String containers : List.of("initContainers", "containers")) {
            assertThat(names(patch.path(containers))).isEqualTo(names(pod.path(containers)));
            assertThat(PodPolicy.elements(patch.path(containers)))
                    .allSatisfy(container -> assertThat(container.path("env").toString())
                            .contains(
                                    "\"DOCKET_DB_POOLER\",\"value\":\"transaction\"",
                                    "\"DOCKET_DB_SESSION_URL\",\"valueFrom\""));
        }
    }

    @Test
    void with_a_pooler_pods_may_reach_it_in_the_namespace_that_they_are_in() {
        Manifest policy = Manifest.ofComponent("pooler").stream()
                .filter(manifest -> manifest.kind().equals("NetworkPolicy"))
                .findFirst()
                .orElseThrow();

        assertThat(policy.body().at("/spec/egress/0/ports/0/port").asInt()).isEqualTo(6432);
        assertThat(policy.body().at("/metadata/namespace").asText())
                .isEqualTo(Manifest.of("production", "Namespace").get(0).name());
        assertSelects("production", policy, policy.body().at("/spec/podSelector/matchLabels"));
    }

    @Test
    void a_component_names_every_file_of_its_directory() throws IOException {
        Path place = Path.of("k8s", "components", "pooler");
        JsonNode body = Manifest.ofComponent("pooler").stream()
                .filter(manifest -> manifest.kind().equals("Component"))
                .findFirst()
                .orElseThrow()
                .body();

        assertThat(Stream.concat(
                        PodPolicy.elements(body.path("resources")).map(JsonNode::asText),
                        body.path("patches").findValuesAsText("path").stream()))
                .containsExactlyInAnyOrderElementsOf(files(place));
    }

    @Test
    void every_metric_that_is_asked_for_is_one_that_the_service_has() throws IOException {
        String table = Files.readString(Path.of("docs", "observability.md"));
        Set<String> asked = Queries.metrics().stream()
                .filter(METRIC.asMatchPredicate())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).contains("docket_jobs_ready", "docket_queue_age");
        assertThat(asked)
                .allSatisfy(metric ->
                        assertThat(documented(table, metric)).as(metric).isTrue());
    }

    private static Manifest named(Stream<Manifest> manifests, String name) {
        return manifests
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode containers) {
        return PodPolicy.elements(containers)
                .map(container -> container.path("name").asText())
                .toList();
    }

    /** The table names the later metrics of one row by their endings. */
    private static boolean documented(String table, String metric) {
        return table.contains("`" + metric.replaceAll("_(bucket|count|sum)$", ""))
                || metric.startsWith("sql_pool_") && table.contains("`" + metric.substring("sql_pool".length()) + "`");
    }

    private static void assertSelects(String overlay, Manifest by, JsonNode labels) {
        if (labels.isObject()) {
            assertThat(selectable(overlay).anyMatch(pod -> includes(pod, labels)))
                    .as("%s selects %s", by, labels)
                    .isTrue();
        }
    }

    /** The labels of pods, and of the Services that a ServiceMonitor picks. */
    private static Stream<JsonNode> selectable(String overlay) {
        return Manifest.of(overlay).stream()
                .filter(manifest -> manifest.pod().isObject())
                .map(Manifest::podLabels);
    }

    private static boolean includes(JsonNode labels, JsonNode wanted) {
        return wanted.properties().stream().allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    private static Set<String> resources(Path directory) {
        return Manifest.all().stream()
                .filter(manifest -> manifest.file().equals(directory.resolve("kustomization.yaml")))
                .flatMap(manifest -> Stream.concat(
                        PodPolicy.elements(manifest.body().path("resources")),
                        PodPolicy.elements(manifest.body().at("/configMapGenerator/0/files"))))
                .map(JsonNode::asText)
                .map(file -> file.substring(file.indexOf('=') + 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    // The tests of the alerts are promtool's, and applied nowhere.
                    .filter(name -> !name.equals("kustomization.yaml") && !name.equals("alerts-test.yml"))
                    .collect(Collectors.toSet());
        }
    }
}
