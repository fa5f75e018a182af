package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.functional.tenant.TenantTables;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class RequestIdTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    TenantTables tables;

    private final LogCapture log = new LogCapture();
    private Calls calls;
    private String key;

    @BeforeEach
    void have_a_key() {
        calls = new Calls(base);
        key = tables.key(tables.organization());
        log.start();
    }

    @AfterEach
    void stop_listening() {
        log.stop();
    }

    @Test
    void a_usable_id_is_taken_over() {
        assertThat(idOf(calls.get("/v1/probe/query", "Api-Key", key, "x-request-id", "a.B-9_")))
                .isEqualTo("a.B-9_");
        String longest = "x".repeat(128);
        assertThat(idOf(calls.get("/nothing", "x-request-id", longest))).isEqualTo(longest);
    }

    @Test
    void any_other_id_is_replaced() {
        for (String unusable : new String[] {"", "a b", "<script>", "x".repeat(129)}) {
            assertThat(idOf(calls.get("/nothing", "x-request-id", unusable))).matches("req_[A-Za-z0-9_-]{21}");
        }
    }

    @Test
    void each_answer_has_an_id_of_its_own() {
        assertThat(idOf(calls.get("/v1/probe/query"))).isNotEqualTo(idOf(calls.get("/v1/probe/query")));
        assertThat(idOf(calls.get("/q/health/ready"))).startsWith("req_");
    }

    @Test
    void the_lines_that_a_request_logs_carry_its_id() {
        calls.get("/v1/probe/query", "Api-Key", key, "x-request-id", "carried-1");
        calls.get("/v1/probe/broken", "Api-Key", key, "x-request-id", "carried-2");
        calls.get("/v1/probe/query?access_token=" + key, "x-request-id", "carried-3");
        log.awaitAccessLines(3);
        assertThat(log.requestIdsOf("probed")).containsExactly("carried-1", "carried-3");
        assertThat(log.requestIdsOf("secret_table")).containsExactly("carried-2");
        // Lines of the access log are written after their answers, in no order of their own.
        assertThat(log.accessLines()).anyMatch(line -> line.contains(" ID carried-1 "));
    }

    private static String idOf(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("x-request-id")).hasSize(1);
        return answer.headers().firstValue("x-request-id").orElseThrow();
    }
}
