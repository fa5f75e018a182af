package dev.docket.functional.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.contract.Calls;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
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

    @Test
    void a_process_that_never_looked_up_a_key_is_not_ready() {
        HttpResponse<String> answer = new Calls(base).get("/q/health/ready");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(checks(answer)).containsEntry("first calls", "DOWN");
    }

    private static Map<String, String> checks(HttpResponse<String> answer) {
        return new JsonObject(answer.body())
                .getJsonArray("checks").stream()
                        .map(JsonObject.class::cast)
                        .collect(
                                Collectors.toMap(check -> check.getString("name"), check -> check.getString("status")));
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Calls.codeOf(answer)).isEqualTo("database_unavailable");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 5);
    }
}
