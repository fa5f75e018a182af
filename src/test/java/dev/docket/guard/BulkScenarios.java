package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.race.Verb;
import dev.docket.store.BatchDone;
import dev.docket.store.BulkBatches;
import dev.docket.store.CancelBatch;
import dev.docket.store.RunRef;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Batches of bulk cancels: which jobs are in them, what is decided about each, and how far the work has come. */
final class BulkScenarios {
    private static final List<Scene> LIVE = List.of(Scene.VALIDATING, Scene.RESOLVING, Scene.QUEUED, Scene.RUNNING);
    private static final RunRef BEFORE = Stage.BYSTANDERS.get(2);
    private static final RunRef AFTER = Stage.BYSTANDERS.get(3);

    /** Their seconds are those of the jobs: a, m and z of one organization. */
    private static final String OUTCOMES = """
            select string_agg(concat_ws(' ', substr(job_id, 5, 1), outcome, status, work_started::text, '@' || n,
                                        'x' || nullif(tries, 0)), ', ' order by job_id)
            from bulk_cancel_job
            where organization_id = 'org_m' and bulk_id = '%s'
            """.formatted(Stage.BULK.id());

    private static final String PROGRESS = """
            select concat_ws(' ', position || '/' || upto, pending, cancelled, already_finished, not_queued,
                             status_changed, not_found, error, case when completed_at is not null then 'completed' end)
            from bulk_cancel
            where\s""" + Stage.OUR_BULK;

    private BulkScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("a bulk cancel decides about each of the named jobs", BulkScenarios::named),
                new Scenario("a bulk cancel of queued jobs leaves those that run", BulkScenarios::onlyQueued),
                new Scenario("a bulk cancel by a filter finds what matches, each once", BulkScenarios::matching),
                new Scenario("a bulk cancel by a filter finds a held job once, and no later one", BulkScenarios::walk),
                new Scenario("a bulk cancel by a filter goes on behind what it has looked at", BulkScenarios::longWalk),
                new Scenario("a bulk cancel by a filter walks all live states together", BulkScenarios::mixedWalk),
                new Scenario("an outcome that is written stays", BulkScenarios::stays),
                new Scenario("a bulk cancel by a filter goes by the order of creation", BulkScenarios::inOrder),
                new Scenario("a bulk cancel by a status leaves what has another one", BulkScenarios::statusChanged),
                new Scenario("a bulk cancel by a filter leaves what has expired or was retried", BulkScenarios::gone),
                new Scenario("a job that was retried meanwhile is left alone", BulkScenarios::retried),
                new Scenario("a batch of a filter that nothing matches is the last", BulkScenarios::nothing),
                new Scenario("a held job is passed over, and decided when it is free", BulkScenarios::pending),
                new Scenario("of held jobs the ones that were tried least come first", BulkScenarios::leastTried),
                new Scenario("a held job that was deleted is not found", BulkScenarios::deleted),
                new Scenario("a job that fails three times is given up", BulkScenarios::setAside),
                new Scenario("two processes are not at one bulk cancel", BulkScenarios::oneAtATime),
                new Scenario("a lost batch is waited for", BulkScenarios::lostBatch),
                new Scenario("a lost batch is told as it was", BulkScenarios::toldAgain),
                new Scenario("a bulk cancel that is too old does nothing", BulkScenarios::tooOld));
    }

    private static void named(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(Stage.RUN, Scene.RUNNING.assignments() + ", claim = 5");
        race.stage().update(AFTER, Scene.FAILED.assignments());
        name(race, "a", "m", "x", "z");
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, tries)
                select b.organization_id, b.id, '%s', 'pending', 2
                from bulk_cancel b
                where not (%s)
                """.formatted(Stage.JOB, Stage.OUR_BULK));

        BatchDone.Written done = next(race, 10);

        assertThat(outcomes(race))
                .isEqualTo("a cancelled cancelled false @1, m cancelled cancelled true @2, x not_found @3,"
                        + " z already_finished failed @4");
        assertThat(progress(race)).isEqualTo("4/4 0 2 1 0 0 1 0 completed");
        assertThat(done.completed()).isTrue();
        assertThat(done.stopped()).containsExactly(new RunRef(Stage.ORGANIZATION, Stage.JOB, 5));
        assertThat(race.stage()
                        .ask("select string_agg(organization_id || ' ' || status, ', '"
                                + " order by organization_id, id) from job"))
                .isEqualTo("org_a queued, org_m cancelled, org_m cancelled, org_m failed, org_z queued");
        assertThat(race.stage().ask("select count(*) from bulk_cancel where completed_at is not null"))
                .isEqualTo("1");
    }

    private static void onlyQueued(Race race) {
        race.setAll(Scene.QUEUED);
        race.stage().update(BEFORE, Scene.RUNNING.assignments());
        name(race, "a", "m");
        bulk(race, "only_if_queued = true");

        next(race, 10);

        assertThat(outcomes(race)).isEqualTo("a not_queued in_progress @1, m cancelled cancelled false @2");
        assertThat(progress(race)).isEqualTo("2/2 0 1 0 1 0 0 0 completed");
    }

    private static void matching(Race race) {
        for (Scene scene : LIVE) {
            race.setAll(scene);
            filter(race, "{\"endpoint\":\"" + Stage.ENDPOINT + "\"}");

            assertThat(next(race, 10).completed()).isTrue();

            assertThat(outcomes(race)).startsWith("m cancelled cancelled").doesNotContain(",");
            assertThat(progress(race)).endsWith("0 1 0 0 0 0 0 completed");
            assertThat(race.stage().ask("select count(*) from job where status = 'cancelled'"))
                    .isEqualTo("1");
        }
    }

    /** One that is held is not found again, and one that was created later is not meant. */
    private static void walk(Race race) {
        for (Scene scene : LIVE) {
            for (int size : new int[] {1, 10}) {
                race.setAll(scene);
                filter(race, "{}");
                bulk(race, "upto = upto - 1");

                held(race, () -> {
                    next(race, 1);
                    assertThat(outcomes(race)).isEqualTo("m pending");
                    next(race, size);
                    assertThat(outcomes(race))
                            .startsWith("a cancelled cancelled")
                            .endsWith("m pending");
                });
                next(race, 1);

                assertThat(progress(race)).endsWith("0 2 0 0 0 0 0 completed");
            }
        }
    }

    /** Many that do not fit lie before the one that does; no more are looked at than ten times the batch. */
    private static void longWalk(Race race) {
        for (Scene scene : LIVE) {
            race.setAll(scene);
            crowd(race, scene, 12);
            filter(race, "{\"endpoint\":\"/v1/documents/zip\"}");

            race.unordered(() -> {
                assertThat(next(race, 1).completed()).isFalse();
                assertThat(outcomes(race)).isNull();
                next(race, 1);
            });

            assertThat(outcomes(race)).startsWith("0 cancelled cancelled");
        }
    }

    /** Six that wait, and six that are validated and were created later; the one that fits is the last of either. */
    private static void mixedWalk(Race race) {
        for (Scene fits : List.of(Scene.QUEUED, Scene.VALIDATING)) {
            race.set(Scene.QUEUED);
            race.stage().change("delete from job where organization_id = 'org_m'");
            crowd(race, Scene.QUEUED, 6);
            String last = race.stage().ask("select max(seq) from job where organization_id = 'org_m'");
            crowd(race, Scene.VALIDATING, 6);
            filter(race, "{\"endpoint\":\"/v1/documents/zip\"}");
            race.stage()
                    .change(
                            "update job_facts set endpoint = '/v1/documents/split' where organization_id = 'org_m' and seq "
                                    + (fits == Scene.QUEUED ? "> " : "<= ") + last);

            next(race, 1);

            // No more than ten are looked at, the first created first.
            assertThat(outcomes(race)).isEqualTo(fits == Scene.QUEUED ? "0 cancelled cancelled false @1" : null);
        }
    }

    /** More jobs of the organization, inserted the last created first; the youngest is the only one of its endpoint. */
    private static void crowd(Race race, Scene scene, int number) {
        race.stage().change("""
                insert into job (organization_id, id, seq, endpoint, status, validated, created_at, expires_at, ready_pos,
                                 claim, attempts_left, attempt_count, request_bucket, request_bytes)
                select 'org_m', 'job_0' || nextval('job_seq'), s.base + n,
                       case when n = %1$d then '/v1/documents/zip' else '/v1/documents/split' end,
                       'queued', true, now(), now() + interval '7 days', nextval('job_ready_pos'), 1, 2, 1, 0, 2
                from (select nextval('job_seq') + 100 as base) s
                cross join lateral (select g from generate_series(1, %1$d) g order by g desc) as o (n);
                select setval('job_seq', (select max(seq) from job));
                insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket)
                select j.organization_id, j.id, j.seq, j.created_at, j.endpoint, j.expires_at, j.request_bucket
                from job j
                on conflict do nothing;
                """.formatted(number));
        race.stage()
                .change("update job set " + scene.assignments() + " where id like 'job_0%' and status = 'queued'"
                        + " and ready_pos > (select max(ready_pos) - " + number + " from job)");
    }

    private static void stays(Race race) {
        race.set(Scene.QUEUED);
        bulk(race, "error = 1, pending = 1");
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, n)
                values ('org_m', '%s', '%s', 'error', 1)
                """.formatted(Stage.BULK.id(), Stage.JOB));

        assertThatThrownBy(() -> next(race, 10)).hasRootCauseInstanceOf(IllegalStateException.class);

        assertThat(outcomes(race)).isEqualTo("m error @1");
    }

    /** However the rows lie in the table; what was created later is not meant. */
    private static void inOrder(Race race) {
        for (RunRef lyingLast : List.of(Stage.RUN, BEFORE)) {
            race.setAll(Scene.RUNNING);
            filter(race, "{}");
            bulk(
                    race,
                    "only_if_queued = true, upto = "
                            + race.stage()
                                    .ask("select seq from job where id = '%s'".formatted(BEFORE.job())
                                            + " and organization_id = 'org_m'"));
            race.stage().lieLast(lyingLast);

            race.planned(
                    "enable_nestloop",
                    false,
                    () -> race.planned(
                            "enable_hashjoin",
                            true,
                            () -> race.unordered(() -> {
                                next(race, 1);
                                assertThat(outcomes(race)).isEqualTo("m not_queued in_progress @1");
                                next(race, 1);
                            })));

            assertThat(outcomes(race)).isEqualTo("a not_queued in_progress @2, m not_queued in_progress @1");
            assertThat(race.stage()
                            .ask("select completed_at is not null and position = upto from bulk_cancel where "
                                    + Stage.OUR_BULK))
                    .isEqualTo("t");
        }
    }

    private static void statusChanged(Race race) {
        race.setAll(Scene.QUEUED);
        race.stage().update(BEFORE, Scene.RUNNING.assignments());
        filter(race, "{\"status\":\"queued\"}");

        held(race, () -> assertThat(race.say(Verb.BULK_CANCEL)).isEqualTo("cancelled"));
        race.stage().update(Stage.RUN, Scene.RUNNING.assignments());
        next(race, 10);

        assertThat(outcomes(race)).isEqualTo("m status_changed in_progress @2, z cancelled cancelled false @1");
        assertThat(progress(race)).endsWith("0 1 0 0 1 0 0 completed");
    }

    private static void gone(Race race) {
        for (String filter : List.of("{}", "{\"status\":\"queued\"}")) {
            race.setAll(Scene.QUEUED);
            race.stage().update(BEFORE, "expires_at = now() - interval '1 second'");
            race.stage().update(AFTER, "retried_at = now()");
            filter(race, filter);

            next(race, 10);

            assertThat(outcomes(race)).as(filter).isEqualTo("m cancelled cancelled false @1");
        }
    }

    private static void retried(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(Stage.RUN, "retried_at = now()");

        assertThat(race.say(Verb.BULK_CANCEL)).isEqualTo("already_finished");

        assertThat(race.stage().row()).isEqualTo("queued #1 +2");
    }

    private static void nothing(Race race) {
        race.setAll(Scene.QUEUED);
        filter(race, "{\"endpoint\":\"/v1/documents/extract\"}");
        bulk(race, "upto = upto + 100");

        assertThat(next(race, 1).completed()).isTrue();
        assertThat(outcomes(race)).isNull();
    }

    private static void pending(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(AFTER, Scene.FAILED.assignments());
        name(race, "a", "m", "z");

        held(race, () -> next(race, 10));
        assertThat(outcomes(race)).isEqualTo("a cancelled cancelled false @1, m pending, z already_finished failed @2");
        assertThat(progress(race)).isEqualTo("3/3 1 1 1 0 0 0 0");
        BatchDone.Written[] idle = new BatchDone.Written[1];
        held(race, () -> idle[0] = next(race, 10));
        assertThat(idle[0].advanced()).isFalse();
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome)
                select b.organization_id, b.id, b.ids[1], 'pending'
                from bulk_cancel b
                where not (%s)
                """.formatted(Stage.OUR_BULK));

        assertThat(next(race, 10).completed()).isTrue();

        assertThat(outcomes(race))
                .isEqualTo("a cancelled cancelled false @1, m cancelled cancelled false @3,"
                        + " z already_finished failed @2");
        assertThat(progress(race)).isEqualTo("3/3 0 2 1 0 0 0 0 completed");
    }

    /** However the rows lie in the table. */
    private static void leastTried(Race race) {
        for (String more : new String[] {"a", "m"}) {
            race.set(Scene.QUEUED);
            name(race, "a", "m", "x", "y");
            bulk(race, "position = 4, pending = 4");
            race.stage().change("""
                    insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, tries)
                    select b.organization_id, b.id, j.job, 'pending', case when substr(j.job, 5, 1) = '%s' then 2 else 1 end
                    from bulk_cancel b
                    cross join unnest(b.ids) as j (job)
                    where %s
                    """.formatted(more, Stage.OUR_BULK));
            race.stage()
                    .change("update bulk_cancel_job set tries = 2 where job_id = '%s'"
                            .formatted(id(more.equals("a") ? "x" : "y")));

            race.unordered(() -> next(race, 1));

            assertThat(outcomes(race))
                    .isEqualTo(
                            more.equals("a")
                                    ? "a pending x2, m cancelled cancelled false @1 x1, x pending x2, y not_found @2 x1"
                                    : "a cancelled cancelled false @1 x1, m pending x2, x not_found @2 x1, y pending x2");
        }
    }

    /** The outcomes of a batch are numbered by the ids of its jobs. */
    private static void deleted(Race race) {
        race.set(Scene.QUEUED);
        name(race, "a", "m", "x", "z");
        bulk(race, "position = 4, pending = 3, not_found = 1");
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, n)
                select b.organization_id, b.id, j.job, case when b.ids[3] = j.job then 'not_found' else 'pending' end,
                       case when b.ids[3] = j.job then 1 end
                from bulk_cancel b
                cross join unnest(b.ids) as j (job)
                where %1$s;
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome)
                select b.organization_id, b.id, '%2$s', 'pending'
                from bulk_cancel b
                where not (%1$s);
                delete from job where %3$s;
                """.formatted(Stage.OUR_BULK, id("y"), Stage.OURS));

        assertThat(next(race, 10).completed()).isTrue();

        assertThat(outcomes(race))
                .isEqualTo("a cancelled cancelled false @2, m not_found @3, x not_found @1,"
                        + " z cancelled cancelled false @4");
    }

    private static void setAside(Race race) {
        race.set(Scene.QUEUED);
        name(race, "a", "m");
        for (String expected : List.of(
                "a pending x1",
                "a pending x1, m pending x1",
                "a pending x2, m pending x1",
                "a pending x2, m pending x2")) {
            race.now(store -> store.get(CancelBatch.class).setAside(Stage.BULK));
            assertThat(outcomes(race)).isEqualTo(expected);
        }
        race.now(store -> store.get(CancelBatch.class).setAside(Stage.BULK));

        assertThat(outcomes(race)).isEqualTo("a error @1 x3, m pending x2");
        assertThat(progress(race)).isEqualTo("2/2 1 0 0 0 0 0 1");
        assertThat(race.stage().row()).isEqualTo("queued #1 +2");

        next(race, 10);

        assertThat(outcomes(race)).isEqualTo("a error @1 x3, m cancelled cancelled false @2 x2");
    }

    private static void oneAtATime(Race race) {
        race.set(Scene.RUNNING);
        List<CompletableFuture<?>> calls = List.of();
        try {
            race.hold(store -> store.get(CancelBatch.class).next(Stage.BULK, 10));
            CompletableFuture<BatchDone> call =
                    race.start(0, store -> store.get(CancelBatch.class).next(Stage.BULK, 10));
            calls = List.of(call);
            race.awaitAnswerOrWait(0, call);

            assertThat(call).isCompletedWithValue(new BatchDone.LeftToOthers());
        } finally {
            race.clear(calls);
        }
    }

    private static void lostBatch(Race race) {
        race.set(Scene.RUNNING);
        List<CompletableFuture<?>> calls = List.of();
        try {
            race.hold(store -> store.get(CancelBatch.class).next(Stage.BULK, 10));
            CompletableFuture<Boolean> call =
                    race.start(0, store -> BulkBatches.takeAgain(store.get(Pool.class), Stage.BULK));
            calls = List.of(call);
            race.awaitAnswerOrWait(0, call);
            assertThat(call).isNotDone();
            race.letGo();

            assertThat(Race.join(call)).isTrue();
            assertThat(race.mostRows()).isEqualTo(1);
        } finally {
            race.clear(calls);
        }
        race.stage().change("update bulk_cancel set created_at = now() - interval '8 days'");
        boolean taken = race.now(store -> BulkBatches.takeAgain(store.get(Pool.class), Stage.BULK));
        assertThat(taken).isFalse();
    }

    /** Of the last batch, of runs that it stopped, and that were not retried since. */
    private static void toldAgain(Race race) {
        race.setAll(Scene.RUNNING);
        race.stage().update(AFTER, Scene.QUEUED.assignments() + ", ready_pos = 1, owner = null, lease_until = null");
        name(race, "a", "m", "x", "z");
        next(race, 1);
        next(race, 10);
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, status, work_started, n)
                select b.organization_id, b.id, b.ids[1], 'cancelled', 'cancelled', true, 9
                from bulk_cancel b
                where not (%s);
                update job set status = 'cancelled', completed_at = now(), owner = null, lease_until = null,
                               cancel_requested_at = now(), work_started = true, cancel_token = 'bulk:%s'
                where status = 'in_progress';
                """.formatted(Stage.OUR_BULK, Stage.BULK.id()));

        race.countAnew();
        BatchDone.Written told = told(race);
        assertThat(told.stopped()).containsExactly(Stage.RUN);
        assertThat(told.outcomes().toString())
                .isEqualTo("{CANCELLED=2, ALREADY_FINISHED=0, NOT_QUEUED=0, STATUS_CHANGED=0, NOT_FOUND=1, ERROR=0}");
        race.stage().update(Stage.RUN, "cancel_token = 'another'");
        assertThat(told(race).stopped()).isEmpty();
        race.stage().update(Stage.RUN, "cancel_token = 'bulk:" + Stage.BULK.id() + "'");
        race.say(Verb.RETRY);
        assertThat(told(race).stopped()).isEmpty();
        assertThat(race.mostRows()).isEqualTo(1);

        eachOutcome(race);
    }

    private static void eachOutcome(Race race) {
        race.setAll(Scene.QUEUED);
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, status, work_started, n)
                select 'org_m', '%s', o.outcome || o.n, o.outcome,
                       case when o.outcome not in ('not_found', 'error') then 'queued' end,
                       case when o.outcome = 'cancelled' then false end, o.n
                from unnest(array['cancelled', 'already_finished', 'not_queued', 'status_changed', 'not_found', 'error'])
                    with ordinality as o (outcome, n);
                """.formatted(Stage.BULK.id()));

        assertThat(told(race).outcomes().values()).containsOnly(1);
    }

    private static void tooOld(Race race) {
        race.set(Scene.QUEUED);
        bulk(race, "created_at = now() - interval '8 days'");

        assertThat(race.say(Verb.BULK_CANCEL)).isEqualTo("left");
    }

    /** While somebody else writes our job. */
    private static void held(Race race, Runnable deed) {
        try {
            race.hold(store -> store.get(Pool.class)
                    .query("select from job where " + Stage.OURS + " for update")
                    .execute());
            deed.run();
        } finally {
            race.clear(List.of());
        }
    }

    private static BatchDone.Written next(Race race, int size) {
        CompletableFuture<BatchDone> call =
                race.start(0, store -> store.get(CancelBatch.class).next(Stage.BULK, size));
        race.awaitAnswerOrWait(0, call);
        boolean waits = !call.isDone();
        if (waits) {
            race.clear(List.of(call));
        }
        assertThat(waits).as("a batch waits").isFalse();
        return (BatchDone.Written) Race.join(call);
    }

    private static BatchDone.Written told(Race race) {
        BatchDone done = race.now(store -> BulkBatches.tellAgain(store.get(Pool.class), Stage.BULK));
        return (BatchDone.Written) done;
    }

    private static void name(Race race, String... letters) {
        String ids = String.join(
                ",", List.of(letters).stream().map(BulkScenarios::id).toList());
        bulk(race, "ids = '{%s}', upto = %d".formatted(ids, letters.length));
    }

    private static void filter(Race race, String filter) {
        bulk(
                race,
                "ids = null, filter = '%s', filter_sent = '{}', upto = (select max(seq) from job_facts"
                                .formatted(filter)
                        + " where organization_id = 'org_m')");
    }

    private static void bulk(Race race, String assignments) {
        race.stage().change("update bulk_cancel set " + assignments + " where " + Stage.OUR_BULK);
    }

    private static String outcomes(Race race) {
        return race.stage().ask(OUTCOMES);
    }

    private static String progress(Race race) {
        return race.stage().ask(PROGRESS);
    }

    private static String id(String letter) {
        return "job_" + letter.repeat(21);
    }
}
