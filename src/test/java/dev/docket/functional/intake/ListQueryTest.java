package dev.docket.functional.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.api.ListQuery;
import dev.docket.api.PayloadChoice;
import dev.docket.api.Problem;
import dev.docket.api.ProblemException;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.store.JobFilter;
import dev.docket.store.PageRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {
    private static final JobId A = new JobId("job_AAAAAAAAAAAAAAAAAAAA1");
    private static final JobId B = new JobId("job_BBBBBBBBBBBBBBBBBBBB2");

    @Test
    void without_parameters_the_newest_twenty_are_listed_with_their_bodies() {
        ListQuery query = read("");
        assertThat(query.page()).isEqualTo(new PageRequest(null, null, true, 20));
        assertThat(query.payloads()).isEqualTo(PayloadChoice.BOTH);
        assertThat(query.filter())
                .isEqualTo(new JobFilter(
                        null, null, null, null, null, null, null, null, null, null, null, List.of(), null, null,
                        Map.of()));
    }

    @Test
    void every_parameter_is_read() {
        ListQuery query = read("after=" + A + "&limit=7&order=asc&status=in_progress&id=" + B
                + "&endpoint=/v1/documents/parse&source=workflow&project_id=p&workflow_id=w&workflow_node_id=n"
                + "&workflow_block_id=k&model=m&filename_regex=%5Ea&filename_contains=b+c&document_type=pdf"
                + "&from_date=2026-02-28&to_date=2026-03-01&metadata=%7B%22x%22:+%22%5Cu00e9%22%7D"
                + "&include_request=false&include_response=yes&access_token=t");
        assertThat(query.page()).isEqualTo(new PageRequest(A, null, false, 7));
        assertThat(query.payloads()).isEqualTo(new PayloadChoice(false, true));
        assertThat(query.filter())
                .isEqualTo(new JobFilter(
                        JobStatus.IN_PROGRESS,
                        B,
                        "/v1/documents/parse",
                        JobFilter.Source.WORKFLOW,
                        "p",
                        "w",
                        "n",
                        "k",
                        "m",
                        "^a",
                        "b c",
                        List.of("pdf"),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 1),
                        Map.of("x", "é")));
    }

    @Test
    void later_names_of_a_parameter_mean_the_same() {
        assertThat(read("job_id=" + A).filter().id()).isEqualTo(A);
        assertThat(read("block_id=k").filter().workflowBlockId()).isEqualTo("k");
        assertThat(problem("job_id=" + A + "&id=" + A).message()).contains("query.id");
    }

    @Test
    void document_types_may_be_repeated_or_joined_and_come_out_tidy() {
        assertThat(read("document_type=PDF,docx&document_type=+pdf+&document_type=yml")
                        .filter()
                        .documentTypes())
                .containsExactly("pdf", "docx", "yml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "1", "yes", "on", "t", "Y"})
    void yes_is_said_in_many_ways(String yes) {
        assertThat(read("include_request=" + yes + "&include_response=" + yes).payloads())
                .isEqualTo(PayloadChoice.BOTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "0", "no", "off", "f", "N"})
    void no_is_said_in_many_ways(String no) {
        MultiMap query = parameters("include_request=" + no);
        assertThat(PayloadChoice.read(query)).isEqualTo(new PayloadChoice(false, true));
    }

    @Test
    void the_last_of_a_repeated_metadata_key_counts() {
        assertThat(read("metadata={\"a\":\"1\",\"a\":\"2\"}").filter().metadata())
                .isEqualTo(Map.of("a", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=1.5",
                "limit=",
                "limit=99999999999",
                "limit=5&limit=5",
                "order=DESC",
                "order=",
                "status=done",
                "status=",
                "after=job_1",
                "before=",
                "id=x",
                "endpoint=/v1/x",
                "source=cli",
                "source=api&project_id=p",
                "source=api&workflow_id=w",
                "from_date=2026-2-1",
                "from_date=2026-02-30",
                "to_date=tomorrow",
                "from_date=2026-03-02&to_date=2026-03-01",
                "document_type=exe",
                "document_type=pdf,",
                "document_type=",
                "metadata=",
                "metadata=[]",
                "metadata={",
                "metadata={\"a\":1}",
                "metadata={}{}",
                "metadata={\"a\":\"\\u0000\"}",
                "metadata={\"a\":\"\\ud800\"}",
                "include_request=maybe",
                "include_response=",
                "include_response=true&limit=21",
                "stauts=queued",
                "Limit=3",
                "model=%00",
                "document_type=%00",
                "after=job_AAAAAAAAAAAAAAAAAAAA1&before=job_BBBBBBBBBBBBBBBBBBBB2"
            })
    void what_is_wrong_is_refused_and_named(String query) {
        Problem problem = problem(query);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("invalid_request");
        assertThat(problem.details()).containsEntry("error_count", 1);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(problem("limit=0&status=x&sort=up&after=1").details()).containsEntry("error_count", 4);
    }

    @Test
    void a_hundred_jobs_may_come_with_their_bodies_when_nobody_asked_for_them_by_name() {
        assertThat(read("limit=100").payloads()).isEqualTo(PayloadChoice.BOTH);
        assertThat(read("limit=100&include_response=false").page().limit()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "invoice 1.pdf~invoice 1\\.pdf",
                "  a(b)-c  ~a\\(b\\)\\-c",
                "été~été",
                "^inv~^inv",
                "^inv\\.pdf$~^inv\\.pdf$",
                "^(a|b)[0-9]\\d.$~^(a|b)[0-9]\\d.$",
                "^\\bx\\B~^\\yx\\Y",
                "^[a[]~^[a\\[]",
                "^[]a]~^[\\]a]",
                "^[-a]~^[\\-a]",
                "^[^-a-z_.-]~^[^\\-a-z_.\\-]",
                "^a]~^a\\]",
                "^\\*\\+~^\\*\\+",
                "''~",
                "'  '~"
            })
    void a_filename_pattern_is_spelt_for_the_database(String sent, String pattern) {
        assertThat(filename(sent)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|b",
                ".*",
                "^a*",
                "^a+",
                "^a?",
                "^a{2}",
                "^(?i)a",
                "^(?:a)",
                "^(a)\\1",
                "^a$b",
                "^(a$)",
                "^[a",
                "^(a",
                "^a)",
                "^[a*]",
                "^\\x41",
                "^\\Qa",
                "^a\\",
                "^[z-a]",
                "^[\\w-z]",
                "^[a-\\d]",
                "^[a-c-e]",
                "^\\k<a>",
                "^[\\b]",
                "[a]",
                "^[a-",
                "^\\p{L}",
                "^\\A"
            })
    void a_filename_pattern_that_could_be_slow_or_foreign_is_refused(String sent) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap().add("filename_regex", sent);
        assertThat(catchThrowableOfType(ProblemException.class, () -> ListQuery.read(query)))
                .isNotNull();
    }

    @Test
    void no_text_breaks_the_reading_of_filename_patterns() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder pattern = new StringBuilder("^");
            for (int i = random.nextInt(9); i >= 0; i--) {
                pattern.append("ab-[]^\\dWsB.|()$*?".charAt(random.nextInt(18)));
            }
            Throwable outcome = catchThrowable(() -> filename(pattern.toString()));
            assertThat(outcome)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            refusal -> assertThat(refusal).isInstanceOf(ProblemException.class));
        }
    }

    @Test
    void a_filename_pattern_may_be_256_characters_long() {
        assertThat(filename("é".repeat(256))).hasSize(256);
        assertThat(problem("filename_regex=" + "a".repeat(257)).status()).isEqualTo(422);
    }

    private static String filename(String sent) {
        return ListQuery.read(MultiMap.caseInsensitiveMultiMap().add("filename_regex", sent))
                .filter()
                .filenameRegex();
    }

    private static ListQuery read(String query) {
        return ListQuery.read(parameters(query));
    }

    private static Problem problem(String query) {
        return catchThrowableOfType(ProblemException.class, () -> read(query)).problem();
    }

    private static MultiMap parameters(String query) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        new QueryStringDecoder("/?" + query).parameters().forEach((name, values) -> parameters.add(name, values));
        return parameters;
    }
}
