package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.JobStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The chart of the states that operators read is the table of steps that the code keeps to. */
class StateChartTest {
    private static final Path PAGE = Path.of("docs", "delivery-and-cancellation.md");
    private static final String BEGIN = "<!-- states:begin -->\n";
    private static final String END = "<!-- states:end -->";

    @Test
    void the_chart_in_the_docs_shows_exactly_the_legal_steps() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);

        String shown = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));

        assertThat(shown).isEqualTo(chart());
    }

    private static String chart() {
        StringBuilder chart = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        for (JobStatus from : JobStatus.values()) {
            for (JobStatus to : from.next()) {
                step(chart, from.wire(), to.wire());
            }
            if (from.next().isEmpty()) {
                step(chart, from.wire(), "[*]");
            }
        }
        return chart.append("```\n").toString();
    }

    private static void step(StringBuilder chart, String from, String to) {
        chart.append("    ").append(from).append(" --> ").append(to).append('\n');
    }
}
