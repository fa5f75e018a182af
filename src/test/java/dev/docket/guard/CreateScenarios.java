package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.store.CreateJob;
import dev.docket.store.Created;
import dev.docket.store.DeleteJobs;
import dev.docket.store.IdempotencyKey;
import dev.docket.store.NewJob;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Creates with and without keys, and the forgetting of keys. */
final class CreateScenarios {
    private static final Payload REQUEST = Payload.of("{}".getBytes());
    private static final Payload LARGE = Payload.of(new byte[100_000]);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String OURS = "job_of_the_call_itself";

    private CreateScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("a create without a key stores its job once", CreateScenarios::unkeyed),
                new Scenario("a large create without a key stores its job once", CreateScenarios::large),
                new Scenario("a create that needs resolving is validated first", CreateScenarios::unvalidated),
                new Scenario("a call with the key of an earlier one makes no job", CreateScenarios::repeated),
                new Scenario("a key that is too old is taken over", CreateScenarios::outdated),
                new Scenario("a key is its organization's", CreateScenarios::othersKey),
                new Scenario("an earlier call is found by its own key", CreateScenarios::otherKey),
                new Scenario("the oldest keys are forgotten first, and no more than asked", CreateScenarios::forget),
                new Scenario("a key that is in use is passed over", CreateScenarios::forgetUnused));
    }

    private static void unkeyed(Race race) {
        race.set(Scene.QUEUED);

        for (int time = 0; time < 2; time++) {
            assertThat(create(race, job(OURS, true, null))).isInstanceOfSatisfying(Created.Stored.class, stored -> {
                assertThat(stored.job().id().value()).isEqualTo(OURS);
                assertThat(stored.job().status()).isEqualTo(JobStatus.QUEUED);
            });
        }
        assertThat(jobs(race)).isEqualTo("1");
    }

    /** One that is not gathered with others. */
    private static void large(Race race) {
        race.set(Scene.QUEUED);

        for (int time = 0; time < 2; time++) {
            assertThat(create(race, job(OURS, true, null, LARGE)))
                    .isInstanceOfSatisfying(Created.Stored.class, stored -> {
                        assertThat(stored.job().id().value()).isEqualTo(OURS);
                        assertThat(stored.job().status()).isEqualTo(JobStatus.QUEUED);
                    });
        }
        assertThat(jobs(race)).isEqualTo("1");
    }

    private static void unvalidated(Race race) {
        race.set(Scene.QUEUED);

        for (NewJob job : List.of(job(OURS, false, null), job("job_of_the_large", false, null, LARGE))) {
            assertThat(create(race, job))
                    .isInstanceOfSatisfying(
                            Created.Stored.class,
                            stored -> assertThat(stored.job().status()).isEqualTo(JobStatus.VALIDATING));
        }
    }

    private static void repeated(Race race) {
        race.set(Scene.QUEUED);

        assertThat(create(race, job(OURS, true, key("key")))).isInstanceOf(Created.Stored.class);
        assertThat(create(race, job("job_of_another_call", true, key("key"))))
                .isInstanceOfSatisfying(
                        Created.Repeated.class,
                        repeated -> assertThat(repeated.job().id().value()).isEqualTo(OURS));
        assertThat(jobs(race)).isEqualTo("1");
    }

    private static void outdated(Race race) {
        race.set(Scene.QUEUED);

        assertThat(create(race, job("job_of_another_call", true, key("key")))).isInstanceOf(Created.Stored.class);
        race.stage().change("update idempotency_key set created_at = created_at - interval '2 days'");
        assertThat(create(race, job(OURS, true, key("key"))))
                .isInstanceOfSatisfying(
                        Created.Stored.class,
                        stored -> assertThat(stored.job().id().value()).isEqualTo(OURS));
    }

    private static void othersKey(Race race) {
        race.set(Scene.QUEUED);
        put(race, "org_a", "key", "0 days");
        put(race, "org_z", "key", "0 days");

        assertThat(create(race, job(OURS, true, key("key")))).isInstanceOf(Created.Stored.class);
        assertThat(earlier(race, "key")).isEqualTo(OURS);
    }

    private static void otherKey(Race race) {
        race.set(Scene.QUEUED);
        put(race, Stage.ORGANIZATION, "a key", "0 days");
        put(race, Stage.ORGANIZATION, "z key", "0 days");

        assertThat(create(race, job(OURS, true, key("key")))).isInstanceOf(Created.Stored.class);
        assertThat(earlier(race, "key")).isEqualTo(OURS);
    }

    /** However the rows lie in the table. */
    private static void forget(Race race) {
        for (boolean newestFirst : new boolean[] {true, false}) {
            for (int skip : new int[] {0, 1}) {
                race.set(Scene.QUEUED);
                put(race, "org_a", "one", newestFirst ? "2 days" : "5 days");
                put(race, Stage.ORGANIZATION, "one", newestFirst ? "3 days" : "4 days");
                put(race, Stage.ORGANIZATION, "two", newestFirst ? "4 days" : "3 days");
                put(race, "org_z", "two", newestFirst ? "5 days" : "2 days");
                put(race, Stage.ORGANIZATION, "new", "0 days");
                List<String> oldest = newestFirst
                        ? List.of("org_z two", "org_m two", "org_m one", "org_a one")
                        : List.of("org_a one", "org_m one", "org_m two", "org_z two");

                race.unordered(() -> assertThat(forget(race, 1, skip)).isEqualTo(1));

                assertThat(keys(race)).isEqualTo(without(oldest, oldest.get(skip)));
                assertThat(forget(race, 10, 0)).isEqualTo(3);
                assertThat(keys(race)).isEqualTo("org_m new");
            }
        }
    }

    private static void forgetUnused(Race race) {
        race.set(Scene.QUEUED);
        put(race, Stage.ORGANIZATION, "one", "2 days");
        List<CompletableFuture<Integer>> calls = List.of();
        try {
            race.hold(store -> store.get(Pool.class)
                    .query("select from idempotency_key for update")
                    .execute());
            CompletableFuture<Integer> call =
                    race.start(0, store -> store.get(DeleteJobs.class).forgetKeys(10, 0, DAY));
            calls = List.of(call);
            race.awaitAnswerOrWait(0, call);

            assertThat(call).isCompletedWithValue(0);
        } finally {
            race.clear(calls);
        }
    }

    private static int forget(Race race, int limit, int skip) {
        return race.count(store -> store.get(DeleteJobs.class).forgetKeys(limit, skip, DAY));
    }

    private static Created create(Race race, NewJob job) {
        return race.now(store -> {
            return store.fresh(CreateJob.class).create(job);
        });
    }

    private static String earlier(Race race, String key) {
        Optional<Created> call = race.now(store -> {
            return store.fresh(CreateJob.class).earlierCall(job(OURS, true, key(key)));
        });
        return ((Created.Stored) call.orElseThrow()).job().id().value();
    }

    private static NewJob job(String id, boolean validated, IdempotencyKey key) {
        return job(id, validated, key, REQUEST);
    }

    private static NewJob job(String id, boolean validated, IdempotencyKey key, Payload request) {
        return new NewJob(
                new JobId(id),
                Stage.ORGANIZATION,
                Stage.ENDPOINT,
                validated,
                request,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Duration.ofDays(7),
                3,
                TimeLimits.NONE,
                null,
                key,
                null);
    }

    private static IdempotencyKey key(String key) {
        return IdempotencyKey.of(key, Stage.ENDPOINT, REQUEST, DAY);
    }

    private static void put(Race race, String organization, String key, String age) {
        race.stage().change("""
                        insert into idempotency_key (organization_id, key, job_id, body_hash, created_at)
                        values ('%s', '%s', 'job_of_nobody', '', now() - interval '%s')
                        """.formatted(organization, key, age));
    }

    private static String jobs(Race race) {
        return race.stage().ask("select count(*) from job where id like 'job_of%'");
    }

    private static String keys(Race race) {
        return race.stage()
                .ask("select string_agg(organization_id || ' ' || key, ', ' order by organization_id, key)"
                        + " from idempotency_key");
    }

    private static String without(List<String> keys, String gone) {
        return String.join(
                ", ",
                Stream.concat(keys.stream().filter(key -> !key.equals(gone)), Stream.of("org_m new"))
                        .sorted()
                        .toList());
    }
}
