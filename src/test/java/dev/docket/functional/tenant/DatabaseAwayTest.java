package dev.docket.functional.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.contract.Calls;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SilentServer.class)
class DatabaseAwayTest {
    @TestHTTPResource("/")
    URI base;

    SilentServer database;

    @Test
    void a_database_that_is_away_makes_no_key_look_bad() {
        assertUnavailable(new Calls(base).get("/v1/probe/query", "Api-Key", "sk_any"));
        database.stop();
        assertUnavailable(new Calls(base).get("/v1/probe/query", "Api-Key", "sk_any"));
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Calls.codeOf(answer)).isEqualTo("database_unavailable");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 5);
    }
}
