package dev.docket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every failure of the catalogue names tests, and they are there. */
class FailureCatalogueTest {
    private static final int FAILURES = 18;
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    private final List<String> rows = rows();

    @Test
    void every_failure_has_one_row() {
        List<String> names =
                IntStream.rangeClosed(1, FAILURES).mapToObj(i -> "F" + i).toList();
        assertThat(rows).extracting(row -> row.split("\\|")[1].strip()).isEqualTo(names);
    }

    @Test
    void every_row_names_tests_that_are_there() {
        assertThat(rows).allSatisfy(row -> {
            List<MatchResult> tests = NAMED.matcher(row).results().toList();
            assertThat(tests).as(row).isNotEmpty();
            assertThat(tests)
                    .allSatisfy(test -> assertThat(sourceOf(test.group(1)))
                            .as(test.group())
                            .containsPattern("\\b" + test.group(2) + "\\b"));
        });
    }

    private static List<String> rows() {
        try (Stream<String> lines = Files.lines(Path.of("docs", "failure-catalogue.md"))) {
            return lines.filter(line -> line.startsWith("| F")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String sourceOf(String test) {
        try (Stream<Path> files = Files.walk(TESTS)) {
            Path[] found = files.filter(file -> file.endsWith(test + ".java")).toArray(Path[]::new);
            assertThat(found).as(test + " in " + Arrays.toString(found)).hasSize(1);
            return Files.readString(found[0]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
