package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.functional.tenant.TenantTables;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class AccessTokenTest {
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
    void the_token_of_a_query_is_a_key() {
        assertThat(calls.get("/v1/probe/query?access_token=" + key).statusCode())
                .isEqualTo(200);
        assertThat(calls.get("/v1/probe/query?access_token=sk_wrong").statusCode())
                .isEqualTo(401);
        assertThat(calls.get("/v1/probe/query?access_token=").statusCode()).isEqualTo(401);
        assertThat(calls.get("/v1/probe/query?access_token").statusCode()).isEqualTo(401);
        assertThat(calls.get("/v1/probe/query?access_token=%0d%0aX:y").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_header_decides_where_both_were_sent() {
        assertThat(calls.get("/v1/probe/query?access_token=sk_wrong", "Api-Key", key)
                        .statusCode())
                .isEqualTo(200);
        assertThat(calls.get("/v1/probe/query?access_token=" + key, "Api-Key", "sk_wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(calls.get("/v1/probe/query?access_token=" + key, "Api-Key", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_first_of_repeated_tokens_decides() {
        assertThat(calls.get("/v1/probe/query?access_token=" + key + "&access_token=b")
                        .statusCode())
                .isEqualTo(200);
        assertThat(calls.get("/v1/probe/query?access_token=b&access_token=" + key)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_other_parameters_keep_their_order_and_spelling() {
        HttpResponse<String> answer = calls.get("/v1/probe/query?b=1&a=%C3%A9+x&access_token=" + key + "&b=2&c=%2B&d");
        JsonObject seen = new JsonObject(answer.body());
        assertThat(seen.getString("raw")).isEqualTo("b=1&a=%C3%A9+x&b=2&c=%2B&d");
        assertThat(seen.getString("uri")).isEqualTo("/v1/probe/query?b=1&a=%C3%A9+x&b=2&c=%2B&d");
        assertThat(seen.getString("absolute"))
                .isEqualTo(base.resolve(seen.getString("uri")).toString());
        JsonObject parameters = seen.getJsonObject("parameters");
        assertThat(parameters.getJsonArray("b").getList()).isEqualTo(List.of("1", "2"));
        assertThat(parameters.getJsonArray("a").getList()).isEqualTo(List.of("\u00e9 x"));
        assertThat(parameters.getJsonArray("c").getList()).isEqualTo(List.of("+"));
        assertThat(parameters.containsKey("access_token")).isFalse();
    }

    @Test
    void no_spelling_of_the_parameter_reaches_the_log() throws IOException {
        List<String> targets = List.of(
                "/v1/probe/query?access_token=",
                "/v1/probe/query?x=1&access%5Ftoken=",
                "/v1/probe/query?%61ccess_token=",
                "/v1/probe/query?x=1;access_token=",
                "/v1/probe/query?=access_token=",
                "//v1/probe/query?ACCESS_TOKEN=",
                "/v1/probe/query?access_token=a&access_token=",
                "/v1/probe/query?access_token=a#access_token=",
                "/v1/nothing?access_token=",
                "/q/health/live?access_token=",
                "/v1/probe/broken?access_token=",
                "/v1/probe/query/?access_token=",
                "http://x/v1/probe/query?access_token=");
        for (String target : targets) {
            String answer = calls.raw("GET " + target + key + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(target).startsWith("HTTP/1.1 ").doesNotContain(key);
        }
        log.awaitAccessLines(targets.size());
        assertThat(log.accessLines()).hasSameSizeAs(targets);
        assertThat(log.lines()).noneMatch(line -> line.contains(key));
        assertThat(log.accessLines()).noneMatch(line -> line.toLowerCase().contains("token="));
    }

    @Test
    void a_target_that_cannot_be_decoded_is_logged_by_nobody() throws IOException {
        calls.rawGet("/v1/probe/query?x=%zz&access_token=" + key, key);
        assertThat(calls.get("/v1/probe/query", "Api-Key", key).statusCode()).isEqualTo(200);
        log.awaitAccessLines(1);
        assertThat(log.lines()).noneMatch(line -> line.contains(key));
    }

    @Test
    void a_body_follows_its_token_whole() {
        HttpResponse<String> answer = calls.call(
                "POST", "/v1/probe/raw?access_token=" + key, BodyPublishers.ofByteArray(new byte[3_000_000]));
        assertThat(answer.body()).isEqualTo("{\"length\":3000000}");
    }
}
