package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.StoreProfile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** An organization with as many waiting jobs as it may have, in a process that takes none of them out of the queue. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class FullQueueTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    void a_full_queue_is_429_with_a_wait_and_hinders_nobody_who_polls() {
        JobApi api = new JobApi(base);
        JobRows.execute("update organization set max_queued = 1 where id = ?", api.organization());
        String waiting = api.rows().put("queued");
        api.rows().change(waiting, "available_at = null, ready_pos = nextval('job_ready_pos')");

        HttpResponse<String> answer = api.create(JobRows.REQUEST, null);

        JsonObject detail = JobApi.refused(answer, 429, "queued_jobs_quota");
        assertThat(detail.getJsonObject("details").getInteger("limit")).isEqualTo(1);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        JobApi.okay(api.get("/v1/jobs/" + waiting));
        JobApi.okay(api.post("/v1/jobs/" + waiting + "/cancel"));
    }
}
