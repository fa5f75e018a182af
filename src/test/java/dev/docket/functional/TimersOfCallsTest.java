package dev.docket.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.contract.JobApi;
import dev.docket.contract.JobRows;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxImpl;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A timer holds the call that it was set for; a minute of calls would fill the heap. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class TimersOfCallsTest {
    private static final int CALLS = 200;

    @TestHTTPResource("/")
    URI base;

    @Inject
    Vertx vertx;

    @Test
    void calls_that_are_over_leave_no_timers_behind() throws ReflectiveOperationException {
        JobApi api = new JobApi(base);
        String job = JobApi.okay(api.create(JobRows.REQUEST, null)).getString("id");
        api.untilFinal(job);
        int before = timers();

        for (int call = 0; call < CALLS; call++) {
            JobApi.okay(api.create(JobRows.REQUEST, null));
            api.job(job);
            JobApi.refused(api.postBody("/v1/jobs/" + job + "/cancel", "{}"), 400, "job_not_cancellable");
        }

        // Those of the running jobs and of the housekeeping come and go.
        assertThat(timers()).isLessThan(before + CALLS / 2);
    }

    private int timers() throws ReflectiveOperationException {
        Field timers = VertxImpl.class.getDeclaredField("timeouts");
        timers.setAccessible(true);
        return ((Map<?, ?>) timers.get(ClientProxy.unwrap(vertx))).size();
    }
}
