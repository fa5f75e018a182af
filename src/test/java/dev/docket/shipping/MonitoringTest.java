package dev.docket.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts that say what to do, and a dashboard that can be read. */
class MonitoringTest {
    private static final Path RUNBOOKS = Path.of("docs", "runbooks");

    static List<String> alerts() {
        return Queries.alerts().stream()
                .map(alert -> alert.path("alert").asText())
                .toList();
    }

    @Test
    void there_are_alerts() {
        assertThat(alerts()).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void an_alert_has_a_page_that_says_what_it_means_what_to_look_at_and_what_to_do(String alert) throws IOException {
        JsonNode rule = Queries.alerts().stream()
                .filter(each -> each.path("alert").asText().equals(alert))
                .findFirst()
                .orElseThrow();
        Path page = Path.of(rule.at("/annotations/runbook_url").asText());

        assertThat(page).isEqualTo(RUNBOOKS.resolve(alert + ".md"));
        assertThat(Files.readString(page))
                .startsWith("# " + alert + "\n")
                .contains("\n## What it means\n", "\n## What to look at\n", "\n```", "\n## What to do\n");
    }

    @Test
    void a_page_belongs_to_an_alert() throws IOException {
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            Set<String> names = pages.map(page -> page.getFileName().toString().replace(".md", ""))
                    .collect(Collectors.toSet());
            assertThat(names).containsExactlyInAnyOrderElementsOf(alerts());
        }
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void an_alert_is_provoked_and_kept_silent(String alert) throws IOException {
        String tests = Files.readString(Manifest.ROOT.resolve("monitoring/alerts-test.yml"));

        assertThat(tests).contains("  - name: " + alert + " fires\n");
        assertThat(tests).contains("alertname: " + alert + "\n        exp_alerts:\n");
        assertThat(tests).contains("alertname: " + alert + "\n        exp_alerts: []\n");
    }

    @Test
    void a_panel_has_a_title_a_unit_and_queries_of_the_chosen_namespace() {
        List<JsonNode> panels = PodPolicy.elements(Queries.dashboard().path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();

        assertThat(panels).hasSizeGreaterThan(20).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
            assertThat(panel.path("targets"))
                    .isNotEmpty()
                    .allSatisfy(
                            target -> assertThat(target.path("expr").asText()).contains("namespace=\"$namespace\""));
        });
        assertThat(panels.stream().map(panel -> panel.path("title").asText())).doesNotHaveDuplicates();
    }

    @Test
    void a_panel_lies_on_no_other() {
        Set<String> places = PodPolicy.elements(Queries.dashboard().path("panels"))
                .map(panel -> panel.at("/gridPos/x").asText() + ","
                        + panel.at("/gridPos/y").asText())
                .collect(Collectors.toSet());

        assertThat(places).hasSameSizeAs(Queries.dashboard().path("panels"));
    }
}
