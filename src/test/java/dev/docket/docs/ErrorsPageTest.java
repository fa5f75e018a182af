package dev.docket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.api.openapi.ProblemCode;
import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorsPageTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "docket");
    private static final Pattern PROBLEM = Pattern.compile("new Problem\\(\\s*(\\d{3}),\\s*\"(\\w+)\"");

    private final Page page = Page.read("errors.md");

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void every_code_of_a_failed_job_is_explained_once(ErrorCode code) {
        assertThat(page.rowsOf(code.wire())).singleElement().satisfies(ErrorsPageTest::isWhole);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_code_of_the_api_document_is_explained_once(ProblemCode code) {
        assertThat(page.rowsOf(Integer.toString(code.status()), code.wire()))
                .singleElement()
                .satisfies(ErrorsPageTest::isWhole);
    }

    @Test
    void every_problem_in_the_sources_is_explained() {
        List<MatchResult> problems = problemsInSources();
        assertThat(problems).hasSizeGreaterThan(20);
        assertThat(problems)
                .allSatisfy(problem -> assertThat(page.rowsOf(problem.group(1), problem.group(2)))
                        .as(problem.group())
                        .hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_code_of_the_api_document_is_one_that_the_service_gives(ProblemCode code) {
        assertThat(problemsInSources())
                .extracting(problem -> problem.group(1) + " " + problem.group(2))
                .contains(code.status() + " " + code.wire());
    }

    private static void isWhole(List<String> row) {
        assertThat(row.subList(0, row.size() - 1)).noneMatch(String::isBlank);
    }

    private static List<MatchResult> problemsInSources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> PROBLEM.matcher(text(file)).results())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
