package dev.docket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the model's page to the statements of the code, to the model, and to the script that searches it. */
class ModelTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "docket");
    private static final Pattern STATEMENT = Pattern.compile("`(\\w+)\\.([A-Z_]+)`");
    private static final Pattern STEP = Pattern.compile("(?:inline|proctype) (\\w+)");
    private static final Pattern GUARD = Pattern.compile("(?m)^without-([A-Z_]+)\\|");

    private final String page = read(Path.of("docs", "model.md"));
    private final String model = read(Path.of("src", "test", "promela", "docket.pml"));
    private final String script = read(Path.of("src", "test", "promela", "check"));

    @Test
    void every_statement_that_the_page_names_is_in_the_code() {
        List<MatchResult> named = STATEMENT.matcher(page).results().toList();

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(named)
                .allSatisfy(statement -> assertThat(
                                read(SOURCES.resolve("store").resolve(statement.group(1) + ".java")))
                        .as(statement.group())
                        .contains("String " + statement.group(2) + " ="));
    }

    @Test
    void every_statement_of_the_model_is_one_that_the_page_names() {
        List<String> named = STATEMENT
                .matcher(page)
                .results()
                .map(statement -> statement.group(1) + "." + statement.group(2))
                .toList();

        assertThat(Pattern.compile("inline [^{]*\\{ +/\\* (\\w+\\.[A-Z_]+)")
                        .matcher(model)
                        .results())
                .extracting(statement -> statement.group(1))
                .isSubsetOf(named);
    }

    @Test
    void every_step_that_the_page_names_is_in_the_model() {
        List<String> steps =
                STEP.matcher(model).results().map(step -> step.group(1)).toList();
        List<String> named = rows("| `[a-z]")
                .map(row -> row.split("\\|")[1])
                .flatMap(cell -> Pattern.compile("`(\\w+)`").matcher(cell).results())
                .map(step -> step.group(1))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(steps).containsAll(named);
    }

    @Test
    void every_guard_that_the_script_takes_away_can_be_taken_away() {
        assertThat(GUARD.matcher(script).results())
                .hasSizeGreaterThan(40)
                .allSatisfy(guard -> assertThat(model).contains("NO_GUARD_" + guard.group(1)));
    }

    @Test
    void every_guard_that_the_script_takes_away_stands_in_the_code_as_the_page_says() {
        List<List<String>> guards = rows("| `[A-Z]")
                .map(row -> Stream.of(row.split(" \\| "))
                        .map(cell -> cell.replaceAll("^\\| |[`]| \\|$", ""))
                        .toList())
                .toList();

        assertThat(guards)
                .extracting(cells -> cells.get(0))
                .containsExactlyInAnyOrderElementsOf(GUARD.matcher(script)
                        .results()
                        .map(guard -> guard.group(1))
                        .toList());
        assertThat(guards)
                .allSatisfy(cells -> assertThat(flat(source(cells.get(1)))).contains(cells.get(2)));
    }

    @Test
    void every_configuration_came_out_as_expected_and_has_its_row() {
        List<String> configurations = Pattern.compile("(?m)^([\\w-]+)\\|[^|]*\\|[^|]*\\|(?:ok|faulty)\\|")
                .matcher(script)
                .results()
                .map(configuration -> configuration.group(1))
                .toList();
        String results = page.substring(page.indexOf("## Results"));
        List<String> shown = Pattern.compile("(?m)^  ([\\w-]+) +(ok|faulty) +\\2 ")
                .matcher(results)
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(configurations);
    }

    private static String source(String type) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith(type + ".java"))
                    .map(ModelTest::read)
                    .findAny()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the comments inside of SQL, and with one blank for any white space. */
    private static String flat(String text) {
        return text.replaceAll("(?m)^ *--.*$", "").replaceAll("\\s+", " ");
    }

    private Stream<String> rows(String beginning) {
        return page.lines().filter(Pattern.compile("^\\" + beginning).asPredicate());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
