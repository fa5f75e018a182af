package dev.docket.functional.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.PostgresResource;
import dev.docket.contract.Calls;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class QueuedQuotaTest {
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
    void a_full_queue_is_429_with_the_limit_and_a_wait() {
        tables.limitQueued(organization, 10);
        tables.queue(organization, 10);
        HttpResponse<String> answer = admit(1);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Calls.codeOf(answer)).isEqualTo("queued_jobs_quota");
        assertThat(answer.body()).contains("limit of 10 queued jobs", "\"limit\":10");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void a_create_of_many_is_admitted_whole_or_not_at_all() {
        tables.limitQueued(organization, 10);
        tables.queue(organization, 6);
        assertThat(admit(5).statusCode()).isEqualTo(429);
        assertThat(admit(4).statusCode()).isEqualTo(200);
    }

    @Test
    void creates_at_the_same_time_do_not_pass_the_limit_of_one_process() {
        tables.limitQueued(organization, 1_000);
        tables.queue(organization, 980);
        assertThat(admit(1).statusCode()).isEqualTo(200);
        long admitted = IntStream.range(0, 60)
                .parallel()
                .filter(i -> admit(1).statusCode() == 200)
                .count();
        assertThat(admitted).isBetween(19L, 20L);
    }

    @Test
    void places_that_jobs_left_are_free_soon() {
        tables.limitQueued(organization, 10);
        tables.queue(organization, 10);
        assertThat(admit(1).statusCode()).isEqualTo(429);
        tables.empty(organization);
        await().until(() -> admit(1).statusCode() == 200);
    }

    @Test
    void the_queue_of_another_organization_does_not_count() {
        tables.limitQueued(organization, 10);
        tables.queue(tables.organization(), 50);
        assertThat(admit(10).statusCode()).isEqualTo(200);
    }

    @Test
    void an_organization_without_a_limit_has_the_configured_one() {
        assertThat(admit(1_000_000).statusCode()).isEqualTo(200);
        assertThat(admit(1).statusCode()).isEqualTo(429);
    }

    @Test
    void a_limit_of_zero_is_none() {
        tables.limitQueued(organization, 0);
        assertThat(admit(2_000_000).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> admit(int jobs) {
        return calls.post("/v1/probe/admit/" + jobs, "", "Api-Key", key);
    }
}
