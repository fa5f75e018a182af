package dev.docket.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.StoreProfile;
import dev.docket.job.JobStatus;
import dev.docket.store.BodyBuckets;
import dev.docket.store.RunRef;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class BodyBucketsTest {
    @Inject
    BodyBuckets buckets;

    @Test
    void a_bucket_that_no_job_names_is_dropped_and_one_that_is_named_stays() {
        RunRef job = JobRows.put("org_" + UUID.randomUUID(), JobStatus.COMPLETED);
        JobRows.change("call ensure_body_bucket(1000)");
        JobRows.change("call ensure_body_bucket(2000)");
        JobRows.change(
                "update job_facts set request_bucket = 2000 where id = ?",
                job.job().value());

        buckets.dropUnnamed().await().indefinitely();

        assertThat(isThere(1000)).isFalse();
        assertThat(isThere(2000)).isTrue();

        JobRows.change("delete from job_facts where id = ?", job.job().value());
        JobRows.change("delete from job where id = ?", job.job().value());
        buckets.dropUnnamed().await().indefinitely();

        assertThat(isThere(2000)).isFalse();
    }

    @Test
    void the_buckets_of_today_and_of_the_coming_days_stay() {
        buckets.ensure().chain(buckets::dropUnnamed).await().indefinitely();

        assertThat(JobRows.count("select count(*) from pg_class where relname in"
                        + " ('body_' || body_bucket(), 'body_' || body_bucket() + 1, 'body_' || body_bucket() + 2)"))
                .isEqualTo(3);
    }

    private static boolean isThere(int bucket) {
        return JobRows.count("select count(*) from pg_class where relname = ?", "body_" + bucket) == 1;
    }
}
