package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.job.BodyRef;
import dev.docket.job.Job;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.race.Store;
import dev.docket.store.Bodies;
import dev.docket.store.BodyBuckets;
import dev.docket.store.Claimed;
import dev.docket.store.ClaimedJob;
import dev.docket.store.DueWork;
import dev.docket.store.DueWork.Due;
import dev.docket.store.FindJob;
import dev.docket.store.FindTraces;
import dev.docket.store.Lane;
import dev.docket.store.QueueGauges;
import dev.docket.store.ReadJobs;
import dev.docket.store.ReadRequests;
import dev.docket.store.ReadSource;
import dev.docket.store.Replica;
import dev.docket.store.RunRef;
import dev.docket.store.WaitingLanes;
import dev.docket.tenant.AuthConfig;
import dev.docket.tenant.Authentication;
import dev.docket.tenant.Authentication.Accepted;
import dev.docket.tenant.Authentication.Refused;
import dev.docket.tenant.Authenticator;
import dev.docket.tenant.Caller;
import dev.docket.tenant.GivenLimits;
import dev.docket.tenant.Limits;
import dev.docket.tenant.LimitsConfig;
import dev.docket.tenant.OrganizationLimits;
import dev.docket.tenant.QueuedQuota;
import dev.docket.tenant.QuotaExceededException;
import dev.docket.tenant.ReadLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is counted, found and dropped, and what is not. */
final class ReadScenarios {
    private static final RunRef TWIN = Stage.BYSTANDERS.get(0);
    private static final RunRef NEIGHBOUR = Stage.BYSTANDERS.get(2);

    private ReadScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("a body is read of its own bucket, job, claim and place", ReadScenarios::body),
                new Scenario(
                        "requests are read together of their own buckets, jobs and claims", ReadScenarios::requests),
                new Scenario("a run is linked to the creation of its own job", ReadScenarios::traces),
                new Scenario("what is due is found, kind by kind", ReadScenarios::due),
                new Scenario("a job is read by its organization and its id", ReadScenarios::job),
                new Scenario("what is no standby of the primary is not read from", ReadScenarios::replica),
                new Scenario("what is ready, parked and running is counted apart", ReadScenarios::gauges),
                new Scenario("the oldest ready job is the one that expires first", ReadScenarios::oldest),
                new Scenario("lanes with ready jobs are found, each once", ReadScenarios::lanes),
                new Scenario("waiting jobs of the organization count for its quota", ReadScenarios::quota),
                new Scenario("a key is found by its hash and tells whose it is", ReadScenarios::key),
                new Scenario("limits are read of the organizations asked for", ReadScenarios::limits),
                new Scenario("buckets that no job names are dropped, and nothing else", ReadScenarios::buckets));
    }

    private static void body(Race race) {
        race.set(Scene.QUEUED);
        otherBodies(race);
        int bucket = Integer.parseInt(race.stage().column("request_bucket"));

        byte[] read = race.now(store -> bodies(store).whole(new BodyRef(bucket, Stage.ORGANIZATION, Stage.JOB, 0, 2)))
                .toBytes();

        assertThat(read).asString().isEqualTo("{}");
        assertThat(race.mostRows()).isEqualTo(1);
    }

    private static void requests(Race race) {
        race.set(Scene.QUEUED);
        otherBodies(race);
        int bucket = Integer.parseInt(race.stage().column("request_bucket"));
        BodyRef ours = new BodyRef(bucket, Stage.ORGANIZATION, Stage.JOB, 0, 2);

        List<Optional<Payload>> read =
                race.now(store -> store.get(ReadRequests.class).together(List.of(ours)));

        assertThat(read)
                .singleElement()
                .satisfies(body ->
                        assertThat(body.orElseThrow().toBytes()).asString().isEqualTo("{}"));
        assertThat(race.mostRows()).isEqualTo(1);
    }

    private static void traces(Race race) {
        race.set(Scene.RUNNING);
        race.stage().change("update job_facts set traceparent = organization_id || ' ' || id");
        assertThat(tracesOf(race, Stage.RUN)).containsExactly(Stage.ORGANIZATION + " " + Stage.JOB);
        assertThat(race.mostRows()).isEqualTo(1);
    }

    private static List<String> tracesOf(Race race, RunRef run) {
        ClaimedJob claimed = new ClaimedJob(
                run,
                Stage.ENDPOINT,
                JobStatus.IN_PROGRESS,
                1,
                0,
                1,
                2,
                0,
                new BodyRef(1, run.organization(), run.job(), 0, 2),
                null,
                TimeLimits.NONE,
                null);
        return race
                .now(store -> store.get(FindTraces.class).of(new Claimed(List.of(claimed), List.of())))
                .jobs()
                .stream()
                .map(ClaimedJob::traceparent)
                .toList();
    }

    private static void due(Race race) {
        Due nothing = new Due(false, false, false, false);
        for (Scene quiet : List.of(Scene.QUEUED, Scene.PARKED_LONG, Scene.RUNNING, Scene.OLD)) {
            race.setAll(quiet);
            assertThat(due(race, true)).as(quiet.words()).isEqualTo(nothing);
        }
        race.set(Scene.PARKED);
        assertThat(due(race, true)).isEqualTo(new Due(true, false, false, false));
        race.set(Scene.LATE);
        assertThat(due(race, true)).isEqualTo(new Due(false, false, true, false));
        race.set(Scene.LAPSED);
        assertThat(due(race, true)).isEqualTo(new Due(false, false, false, true));
        assertThat(due(race, false)).isEqualTo(nothing);
        race.set(Scene.UNSTARTED);
        assertThat(due(race, true)).isEqualTo(new Due(false, true, false, false));
        for (Scene begun : List.of(Scene.RUNNING, Scene.CANCELLED)) {
            race.set(begun);
            race.stage().update(Stage.RUN, Scene.UNSTARTED.assignments());
            assertThat(due(race, true)).as(begun.words()).isEqualTo(nothing);
            race.stage().change("update job set started_at = null where status = 'cancelled'");
            assertThat(due(race, true)).as(begun.words()).isEqualTo(nothing);
        }
    }

    private static Due due(Race race, boolean leases) {
        return race.now(store -> store.get(DueWork.class).find(leases));
    }

    static void otherBodies(Race race) {
        race.stage().change("""
                insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
                select b.bucket + m.days, b.organization_id, b.job_id, m.claim, m.chunk, 'another'
                from body b
                cross join (values (1, 0, 0), (0, 1, 0), (0, 0, 1)) as m (days, claim, chunk);
                """);
    }

    private static Bodies bodies(Store store) {
        return (Bodies) store.get(ofStore("ReadBodies"));
    }

    private static Class<?> ofStore(String name) {
        try {
            return Class.forName("dev.docket.store." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void job(Race race) {
        race.set(Scene.QUEUED);
        assertThat(find(race).status()).isEqualTo(JobStatus.QUEUED);

        race.set(Scene.CANCELLED);
        assertThat(find(race).cancellation().bulkCancel()).isNull();
        assertThat(race.mostRows()).isEqualTo(1);
    }

    private static Job find(Race race) {
        return race.now(store -> store.get(FindJob.class).byId(Stage.ORGANIZATION, Stage.JOB))
                .orElseThrow();
    }

    private static void replica(Race race) {
        race.set(Scene.QUEUED);
        Replica[] itself = new Replica[1];

        Optional<Job> found = race.now(store -> {
            itself[0] = Replica.behind(store.get(Pool.class), Duration.ofSeconds(10));
            store.put(Replica.class, itself[0]);
            renew(store, ofStore("AskReplica"));
            Uni<Optional<Job>> read = store.fresh(ReadJobs.class).byId(Stage.ORGANIZATION, Stage.JOB);
            store.put(Replica.class, Replica.none());
            return read;
        });

        assertThat(found).isPresent();
        assertThat(itself[0].reads(ReadSource.BEHIND)).isEqualTo(1);
        assertThat(itself[0].isInUse()).isFalse();
    }

    private static <T> void renew(Store store, Class<T> type) {
        store.put(type, store.fresh(type));
    }

    private static void gauges(Race race) {
        race.set(Scene.RUNNING);
        race.stage().update(TWIN, "status = 'queued', owner = null, lease_until = null, ready_pos = 1");
        race.stage().update(NEIGHBOUR, "status = 'queued', owner = null, lease_until = null, available_at = now()");

        QueueGauges.Reading all = read(race, 10);
        QueueGauges.Reading some = read(race, 2);

        assertThat(List.of(sum(all.ready()), all.parked(), sum(all.running()))).containsExactly(1L, 1L, 3L);
        assertThat(List.of(sum(some.ready()), some.parked(), sum(some.running())))
                .containsExactly(1L, 1L, 2L);
        race.setAll(Scene.QUEUED);
        assertThat(sum(read(race, 2).ready())).isEqualTo(2);
        race.setAll(Scene.PARKED);
        assertThat(read(race, 2).parked()).isEqualTo(2);
    }

    private static long sum(Map<String, Long> byEndpoint) {
        return byEndpoint.values().stream().mapToLong(count -> count).sum();
    }

    private static QueueGauges.Reading read(Race race, int limit) {
        return race.now(store -> store.get(QueueGauges.class).read(limit));
    }

    /** However the rows lie in the table. */
    private static void oldest(Race race) {
        for (RunRef first : List.of(Stage.RUN, NEIGHBOUR)) {
            race.setAll(Scene.QUEUED);
            race.stage().update(TWIN, Scene.RUNNING.assignments() + ", expires_at = now() + interval '1 hour'");
            race.stage()
                    .update(first, "expires_at = now() + interval '2 hours', created_at = now() - interval '9 hours'");

            race.unordered(() -> assertThat(read(race, 10).oldestSeconds()).isBetween(9 * 3600.0, 9 * 3600.0 + 600));
        }
    }

    private static void lanes(Race race) {
        race.setAll(Scene.QUEUED);
        race.stage().update(TWIN, Scene.RUNNING.assignments());
        Lane parse = new Lane(Stage.ORGANIZATION, Stage.ENDPOINT);
        Lane split = new Lane(Stage.ORGANIZATION, "/v1/documents/split");
        Lane others = new Lane("org_z", Stage.ENDPOINT);

        for (String setting : List.of("enable_bitmapscan", "enable_indexscan")) {
            race.planned(setting, false, () -> {
                assertThat(after(race, new Lane("", ""), 10)).containsExactly(parse, split, others);
                assertThat(after(race, parse, 10)).containsExactly(split, others);
                assertThat(after(race, new Lane("", ""), 2)).containsExactly(parse, split);
            });
        }
        // A lane that was emptied, behind one that was not.
        race.stage().update(Stage.BYSTANDERS.get(3), Scene.RUNNING.assignments());
        race.stage().update(NEIGHBOUR, Scene.RUNNING.assignments());
        assertThat(after(race, new Lane("", ""), 10)).containsExactly(parse, others);
    }

    private static List<Lane> after(Race race, Lane lane, int limit) {
        return race.now(store -> store.get(WaitingLanes.class).after(lane, limit));
    }

    private static void quota(Race race) {
        race.setAll(Scene.QUEUED);
        race.stage().update(NEIGHBOUR, Scene.RUNNING.assignments());

        admit(race, 3);
        assertThatThrownBy(() -> admit(race, 2)).hasRootCauseInstanceOf(QuotaExceededException.class);
    }

    private static void admit(Race race, int limit) {
        race.now(store -> {
            store.put(OrganizationLimits.class, new GivenLimits(new Limits(1, 0, 0, limit)));
            return store.fresh(QueuedQuota.class).admit(Stage.ORGANIZATION, 1);
        });
    }

    private static void key(Race race) {
        race.stage().change("""
                delete from api_key;
                delete from organization;
                insert into organization (id, name) values ('org_a', 'a'), ('org_m', 'm');
                insert into api_key (id, organization_id, hash, hint, revoked_at)
                values ('key_a', 'org_a', sha256('sk_a'), 'sk', null),
                       ('key_m', 'org_m', sha256('sk_m'), 'sk', null),
                       ('key_z', 'org_m', sha256('sk_z'), 'sk', now());
                """);

        assertThat(authenticate(race, "sk_m")).isEqualTo(new Accepted(new Caller("org_m", "key_m")));
        assertThat(race.mostRows()).isEqualTo(1);
        assertThat(authenticate(race, "sk_z")).isInstanceOf(Refused.class);
        assertThat(authenticate(race, "sk_n")).isInstanceOf(Refused.class);
    }

    private static Authentication authenticate(Race race, String key) {
        return race.now(store -> {
            store.put(AuthConfig.class, new AuthSettings(Duration.ofSeconds(5), 10, Duration.ofSeconds(3)));
            return store.fresh(Authenticator.class).authenticate(key);
        });
    }

    private record AuthSettings(Duration cacheTtl, long cacheSize, Duration lookupTimeout) implements AuthConfig {}

    private static void limits(Race race) {
        race.stage().change("""
                delete from api_key;
                delete from organization;
                insert into organization (id, name, max_queued) values ('org_a', 'a', 1), ('org_m', 'm', 2);
                """);

        Map<String, Limits> read = race.now(store -> {
            store.put(LimitsConfig.class, none());
            return store.get(ReadLimits.class).of(List.of(Stage.ORGANIZATION));
        });

        assertThat(read).containsOnlyKeys(Stage.ORGANIZATION);
    }

    private static LimitsConfig none() {
        return (LimitsConfig) Proxy.newProxyInstance(
                ReadScenarios.class.getClassLoader(),
                new Class<?>[] {LimitsConfig.class},
                (proxy, method, arguments) -> 0);
    }

    private static void buckets(Race race) {
        race.set(Scene.QUEUED);
        race.stage().change("""
                call ensure_body_bucket(1000);
                call ensure_body_bucket(2000);
                update job_facts set request_bucket = 2000;
                create table if not exists body_7 ();
                create table if not exists elsewhere (n int) partition by range (n);
                create table if not exists body_8 partition of elsewhere for values from (1) to (2);
                """);

        assertThat(race.count(store -> store.get(BodyBuckets.class).dropUnnamed()))
                .isEqualTo(1);

        assertThat(race.stage().ask("""
                        select string_agg(relname, ' ' order by relname)
                        from pg_class
                        where relname in ('body_7', 'body_8', 'body_1000', 'body_2000')
                        """)).isEqualTo("body_2000 body_7 body_8");
    }
}
