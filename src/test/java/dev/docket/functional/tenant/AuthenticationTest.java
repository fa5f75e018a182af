package dev.docket.functional.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.PostgresResource;
import dev.docket.contract.Calls;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AuthenticationTest.ShortMemory.class)
@WithTestResource(PostgresResource.class)
class AuthenticationTest {
    private static final int THIRTY_MEGABYTES = 30 * 1024 * 1024;

    /** Lets a revocation be waited for. */
    public static final class ShortMemory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("docket.auth.cache-ttl", "0.4S");
        }
    }

    @TestHTTPResource("/")
    URI base;

    @Inject
    TenantTables tables;

    private Calls calls;
    private String organization;
    private String key;

    @BeforeEach
    void have_a_key() {
        calls = new Calls(base);
        organization = tables.organization();
        key = tables.key(organization);
    }

    @Test
    void a_good_key_tells_the_resource_who_calls() {
        HttpResponse<String> answer = calls.get("/v1/probe/caller", "Api-Key", key);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getString("organization")).isEqualTo(organization);
    }

    @Test
    void callers_at_the_same_time_are_never_mixed_up() {
        String[] organizations =
                IntStream.range(0, 8).mapToObj(i -> tables.organization()).toArray(String[]::new);
        String[] keys = Arrays.stream(organizations).map(tables::key).toArray(String[]::new);
        boolean right = IntStream.range(0, 200)
                .parallel()
                .allMatch(i -> calls.get("/v1/probe/caller", "Api-Key", keys[i % 8])
                        .body()
                        .contains(organizations[i % 8]));
        assertThat(right).isTrue();
    }

    @Test
    void a_missing_a_wrong_and_an_endless_key_are_401() {
        assertRefused(calls.get("/v1/probe/caller"));
        assertRefused(calls.get("/v1/probe/caller", "Api-Key", ""));
        assertRefused(calls.get("/v1/probe/caller", "Api-Key", key + "x"));
        assertRefused(calls.get("/v1/probe/caller", "Api-Key", "x".repeat(4_000)));
        assertRefused(calls.get("/v1/probe/caller", "Authorization", "Bearer " + key));
    }

    @Test
    void no_spelling_of_a_path_gets_around_the_key() throws IOException {
        for (String target : new String[] {
            "//v1/probe/caller", "/%761/probe/caller", "/x/../v1/probe/caller", "/./v1/probe/caller",
            "/v1;a=b/probe/caller", "/v1/probe/caller;a=b", "/V1/probe/caller", "/v1//probe/caller"
        }) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            assertThat(calls.raw(request)).as(target).matches("(?s)HTTP/1.1 40[14] .*");
        }
    }

    @Test
    void a_base_address_with_a_slash_at_its_end_works() throws IOException {
        assertThat(calls.rawGet("//v1/probe/caller", key)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_revoked_key_is_refused_once_it_is_forgotten() {
        assertThat(calls.get("/v1/probe/caller", "Api-Key", key).statusCode()).isEqualTo(200);
        tables.revoke(key);
        await().untilAsserted(() -> assertRefused(calls.get("/v1/probe/caller", "Api-Key", key)));
    }

    @Test
    void a_body_of_30_megabytes_is_whole_after_the_look_up() {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = send(tables.key(organization));
            assertThat(answer.body()).isEqualTo("{\"length\":" + THIRTY_MEGABYTES + "}");
        }
    }

    @Test
    void a_refused_caller_may_send_its_30_megabytes_and_read_the_answer() {
        for (int i = 0; i < 3; i++) {
            assertRefused(send("sk_wrong_" + i));
        }
        assertThat(calls.get("/v1/probe/caller", "Api-Key", key).statusCode()).isEqualTo(200);
    }

    @Test
    void a_body_that_nobody_reads_does_not_block_the_connection() throws IOException {
        String head = "POST /v1/probe/unread/a HTTP/1.1\r\nHost: x\r\nApi-Key: " + key + "\r\nContent-Length: ";
        String body = "x".repeat(300_000);
        String first = head + body.length() + "\r\n\r\n" + body;
        String last = head + "2\r\nConnection: close\r\n\r\n{}";
        String answers = calls.raw(first + first + last);
        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
    }

    private HttpResponse<String> send(String someKey) {
        return calls.call(
                "POST",
                "/v1/probe/raw",
                BodyPublishers.ofByteArray(new byte[THIRTY_MEGABYTES]),
                "Api-Key",
                someKey,
                "Content-Type",
                "application/json");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Calls.codeOf(answer)).isEqualTo("unauthorized");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
    }
}
