package dev.docket.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workflows of the public home call what a contributor can call, with no more rights than they need. */
class WorkflowsTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern OWN_COMMAND = Pattern.compile("(?:^|\\s)(\\.ci/[a-z]+|\\./mvnw)(?=\\s|$)");

    /** What only the place that the workflows run in can do: a package, the way to its registry, a release. */
    private static final Pattern PLACE = Pattern.compile(
            "sudo apt-get .*|docker (login|push) .*|gh release create .*|image=\\S+|echo \"IMAGE=\\$image\" >> \"\\$GITHUB_ENV\"");

    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w.-]+@v?\\d+\\.\\d+\\.\\d+");

    static Stream<Path> workflows() throws IOException {
        return Files.list(Path.of(".github", "workflows")).sorted();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void every_action_is_pinned_to_a_version(Path workflow) throws IOException {
        List<String> actions = read(workflow).findValuesAsText("uses");

        assertThat(actions)
                .isNotEmpty()
                .allMatch(action -> PINNED.matcher(action).matches());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_may_read_and_a_job_asks_for_more(Path workflow) throws IOException {
        assertThat(read(workflow).path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void every_job_has_an_end(Path workflow) throws IOException {
        assertThat(read(workflow).path("jobs"))
                .isNotEmpty()
                .allMatch(job -> job.path("timeout-minutes").isInt());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void the_projects_own_commands_are_there_to_be_called(Path workflow) throws IOException {
        List<String> commands = read(workflow).findValuesAsText("run").stream()
                .flatMap(run -> OWN_COMMAND.matcher(run).results().map(result -> result.group(1)))
                .toList();

        assertThat(commands).isNotEmpty().allMatch(command -> Files.isExecutable(Path.of(command)));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_does_nothing_that_a_contributor_cannot_call(Path workflow) throws IOException {
        assertThat(read(workflow).findValuesAsText("run").stream().flatMap(String::lines))
                .isNotEmpty()
                .allMatch(line -> PLACE.matcher(line).matches()
                        || OWN_COMMAND.matcher(line).lookingAt());
    }

    private static JsonNode read(Path workflow) throws IOException {
        return YAML.readTree(workflow.toFile());
    }
}
