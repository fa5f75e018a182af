package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code Idempotency-Key} of a create; those of the other verbs are with the verbs. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class CreateKeyContractTest {
    @TestHTTPResource("/")
    URI base;

    private JobApi api;
    private JobRows rows;

    @BeforeEach
    void have_an_organization() {
        api = new JobApi(base);
        rows = api.rows();
    }

    @Test
    void the_same_key_with_the_same_body_is_the_same_job() {
        JsonObject first = JobApi.okay(api.create(JobRows.REQUEST, null, "Idempotency-Key", "k-1"));
        JsonObject again = JobApi.okay(api.create(JobRows.REQUEST, null, "Idempotency-Key", "k-1"));
        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        HttpResponse<String> other = api.create(JobRows.REQUEST, "{\"a\":\"b\"}", "Idempotency-Key", "k-1");
        JsonObject detail = JobApi.refused(other, 409, "idempotency_key_reused");
        assertThat(detail.getJsonObject("details").getString("job_id")).isEqualTo(first.getString("id"));
        JobApi.okay(new JobApi(base).create(JobRows.REQUEST, null, "Idempotency-Key", "k-1"));
        assertThat(rows.count()).isEqualTo(1);
        JobApi.okay(api.create(JobRows.REQUEST, null, "Idempotency-Key", "k-2"));
        assertThat(rows.count()).isEqualTo(2);
    }

    @Test
    void callers_with_the_same_key_at_once_get_one_job() {
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> api.create(JobRows.REQUEST, null, "Idempotency-Key", "k-1")))
                .toList();
        List<String> ids = calls.stream()
                .map(call -> JobApi.okay(call.join()).getString("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(rows.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "tab\there"})
    void a_key_that_is_no_key_is_422(String key) {
        JobApi.refused(api.create(JobRows.REQUEST, null, "Idempotency-Key", key), 422, "invalid_request");
        assertThat(rows.count()).isZero();
    }

    @Test
    void an_empty_key_is_none() {
        JobApi.okay(api.create(JobRows.REQUEST, null, "Idempotency-Key", ""));
        JobApi.okay(api.create(JobRows.REQUEST, null, "Idempotency-Key", ""));
        assertThat(rows.count()).isEqualTo(2);
    }
}
