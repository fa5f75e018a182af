package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.BulkCancel;
import dev.docket.job.BulkCancelId;
import dev.docket.job.BulkOutcome;
import dev.docket.job.JobId;
import dev.docket.job.JobOutcome;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.store.BulkCreated;
import dev.docket.store.BulkPreview;
import dev.docket.store.BulkRef;
import dev.docket.store.BulkTarget;
import dev.docket.store.CreateBulkCancel;
import dev.docket.store.DueBulkCancels;
import dev.docket.store.FindBulkCancels;
import dev.docket.store.FindBulkOutcomes;
import dev.docket.store.IdempotencyKey;
import dev.docket.store.NewBulkCancel;
import dev.docket.store.Page;
import dev.docket.store.PreviewBulkCancel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients ask of bulk cancels, and which of them are found to be due. */
final class BulkCallScenarios {
    private static final BulkCancelId FRESH = new BulkCancelId("bcan_n");
    private static final BulkCancelId BEFORE = new BulkCancelId("bcan_a");
    private static final BulkCancelId AFTER = new BulkCancelId("bcan_z");
    private static final String LATE = "expires_at = now() - interval '1 second'";
    private static final JobId MISSING = new JobId("job_of_nobody");

    private BulkCallScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("a bulk cancel is stored once", BulkCallScenarios::storedOnce),
                new Scenario("a keyed bulk cancel is found by its key", BulkCallScenarios::keyed),
                new Scenario("an organization has so many bulk cancels and no more", BulkCallScenarios::tooMany),
                new Scenario("a bulk cancel is shown to its organization", BulkCallScenarios::shown),
                new Scenario("bulk cancels are listed newest first", BulkCallScenarios::listed),
                new Scenario("outcomes are listed as they were decided", BulkCallScenarios::outcomes),
                new Scenario("a preview of named jobs tells each by its state", BulkCallScenarios::previewOfNamed),
                new Scenario("a preview by a filter counts what matches", BulkCallScenarios::previewOfMatching),
                new Scenario("bulk cancels that nobody is at are found, the longest due first", BulkCallScenarios::due),
                new Scenario("a bulk cancel that goes on is not postponed with another", BulkCallScenarios::postponed));
    }

    private static void storedOnce(Race race) {
        race.set(Scene.QUEUED);
        create(race, "org_a", FRESH, null, 10);
        create(race, "org_z", FRESH, null, 10);

        for (int time = 0; time < 2; time++) {
            assertThat(create(race, Stage.ORGANIZATION, FRESH, null, 10))
                    .isInstanceOfSatisfying(BulkCreated.Stored.class, stored -> {
                        assertThat(stored.bulk().organization()).isEqualTo(Stage.ORGANIZATION);
                        assertThat(stored.bulk().id()).isEqualTo(FRESH);
                    });
        }
        assertThat(race.mostRows()).isEqualTo(1);

        byFilter(race);
    }

    /** It ends with the organization's youngest job, and names none. */
    private static void byFilter(Race race) {
        race.set(Scene.QUEUED);
        race.stage().change("update job_facts set seq = seq + 1000 where organization_id <> 'org_m'");
        BulkTarget target = matching(null, null);
        for (int time = 0; time < 2; time++) {
            BulkCreated created = race.now(store -> store.get(CreateBulkCancel.class)
                    .create(new NewBulkCancel(FRESH, Stage.ORGANIZATION, target, "why", false, null), 10));
            assertThat(((BulkCreated.Stored) created).bulk().requested()).isNull();
        }
        assertThat(race.stage()
                        .ask("select b.upto = (select max(seq) from job_facts where organization_id = 'org_m')"
                                + " from bulk_cancel b where id = 'bcan_n'"))
                .isEqualTo("t");
        Optional<BulkCancel> found =
                race.now(store -> store.get(FindBulkCancels.class).byId(new BulkRef(Stage.ORGANIZATION, FRESH)));
        assertThat(found.orElseThrow().requested()).isNull();
        Optional<Page<BulkCancel>> page =
                race.now(store -> store.get(FindBulkCancels.class).page(Stage.ORGANIZATION, null, 1));
        assertThat(page.orElseThrow().entries())
                .extracting(BulkCancel::requested)
                .containsOnlyNulls();
    }

    private static void keyed(Race race) {
        race.set(Scene.QUEUED);
        create(race, Stage.ORGANIZATION, new BulkCancelId("bcan_o"), key("{}"), 10);

        assertThat(create(race, Stage.ORGANIZATION, FRESH, key("{}"), 10))
                .isInstanceOfSatisfying(
                        BulkCreated.Repeated.class,
                        repeated -> assertThat(repeated.bulk().id().value()).isEqualTo("bcan_o"));
        assertThat(create(race, Stage.ORGANIZATION, FRESH, key("[]"), 10))
                .isEqualTo(new BulkCreated.KeyUsedOtherwise(new BulkCancelId("bcan_o")));
        assertThat(create(race, "org_a", FRESH, key("[]"), 10)).isInstanceOf(BulkCreated.Stored.class);
        assertThat(race.mostRows()).isEqualTo(1);
    }

    private static void tooMany(Race race) {
        race.set(Scene.QUEUED);

        assertThat(create(race, Stage.ORGANIZATION, FRESH, null, 3)).isInstanceOf(BulkCreated.TooMany.class);
        race.stage().change("update bulk_cancel set position = upto, completed_at = now() where " + Stage.OUR_BULK);
        assertThat(create(race, Stage.ORGANIZATION, FRESH, null, 3)).isInstanceOf(BulkCreated.Stored.class);
    }

    private static void shown(Race race) {
        race.set(Scene.QUEUED);

        Optional<BulkCancel> found =
                race.now(store -> store.get(FindBulkCancels.class).byId(Stage.BULK));

        assertThat(found).hasValueSatisfying(bulk -> {
            assertThat(bulk.organization()).isEqualTo(Stage.ORGANIZATION);
            assertThat(bulk.id()).isEqualTo(Stage.BULK.id());
        });
        assertThat(race.mostRows()).isEqualTo(1);
    }

    /** However the rows lie in the table. */
    private static void listed(Race race) {
        race.set(Scene.QUEUED);

        race.unordered(() -> {
            assertThat(page(race, null, 10)).containsExactly(AFTER, BEFORE, Stage.BULK.id());
            assertThat(page(race, null, 1)).containsExactly(AFTER);
            assertThat(page(race, BEFORE, 10)).containsExactly(Stage.BULK.id());
            // The same id is younger in another organization.
            assertThat(page(race, Stage.BULK.id(), 10)).isEmpty();
            assertThat(race.mostRows()).isEqualTo(3);
        });
        race.set(Scene.QUEUED);
        page(race, null, 1);
        assertThat(race.mostRows()).isEqualTo(2);
    }

    private static List<BulkCancelId> page(Race race, BulkCancelId after, int limit) {
        Optional<Page<BulkCancel>> page =
                race.now(store -> store.get(FindBulkCancels.class).page(Stage.ORGANIZATION, after, limit));
        return page.orElseThrow().entries().stream().map(BulkCancel::id).toList();
    }

    /** Those of our bulk cancel, in their order however they lie in the table. */
    private static void outcomes(Race race) {
        race.set(Scene.QUEUED);
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, status, work_started, n)
                select b.organization_id, b.id, o.job_id, o.outcome, o.status, o.work_started, o.n
                from bulk_cancel b
                cross join (values ('job_4', 'error', null, null, 4),
                                   ('job_3', 'cancelled', 'cancelled', true, 3),
                                   ('job_2', 'error', null, null, 2),
                                   ('job_1', 'cancelled', 'cancelled', true, 1),
                                   ('job_0', 'pending', null, null, null::int))
                    as o (job_id, outcome, status, work_started, n);
                update bulk_cancel_job set n = 9 - n where organization_id = 'org_a' or bulk_id = 'bcan_a';
                """);

        race.unordered(() -> {
            assertThat(outcomes(race, null, null, 10)).containsExactly("job_1", "job_2", "job_3", "job_4");
            assertThat(outcomes(race, null, "job_2", 10)).containsExactly("job_3", "job_4");
            assertThat(outcomes(race, BulkOutcome.CANCELLED, null, 10)).containsExactly("job_1", "job_3");
            assertThat(outcomes(race, BulkOutcome.CANCELLED, "job_1", 10)).containsExactly("job_3");
            assertThat(outcomes(race, BulkOutcome.ERROR, null, 10)).containsExactly("job_2", "job_4");
            assertThat(outcomes(race, BulkOutcome.ERROR, "job_2", 10)).containsExactly("job_4");
            assertThat(outcomes(race, null, "job_0", 10)).isNull();
            assertThat(race.mostRows()).isEqualTo(4);
        });
        race.set(Scene.QUEUED);
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, n)
                select b.organization_id, b.id, 'job_1', 'error', 1
                from bulk_cancel b;
                """);
        assertThat(outcomes(race, null, "job_1", 10)).isEmpty();
        assertThat(race.mostRows()).isEqualTo(1);
        race.set(Scene.QUEUED);
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, n)
                select 'org_m', '%s', 'job_' || n, o.outcome, n
                from generate_series(1, 6) n
                cross join lateral (select case when n <= 3 then 'error' else 'not_found' end as outcome) o;
                """.formatted(Stage.BULK.id()));
        for (BulkOutcome outcome : new BulkOutcome[] {null, BulkOutcome.ERROR}) {
            assertThat(outcomes(race, outcome, null, 1)).containsExactly("job_1");
            assertThat(race.mostRows()).isEqualTo(2);
        }
        assertThat(outcomes(race, BulkOutcome.ERROR, null, 10)).containsExactly("job_1", "job_2", "job_3");
        race.stage().change("delete from bulk_cancel_job");
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, status, work_started, n)
                select 'org_m', '%s', 'job_' || n, 'cancelled', 'cancelled', false, n
                from generate_series(1, 3) n;
                """.formatted(Stage.BULK.id()));
        race.countAnew();
        assertThat(outcomes(race, BulkOutcome.CANCELLED, null, 1)).containsExactly("job_1");
        assertThat(race.mostRows()).isEqualTo(2);
    }

    private static List<String> outcomes(Race race, BulkOutcome outcome, String after, int limit) {
        Optional<Page<JobOutcome>> page = race.now(store -> store.get(FindBulkOutcomes.class)
                .page(Stage.BULK, outcome, after == null ? null : new JobId(after), limit));
        return page.map(found -> found.entries().stream()
                        .map(entry -> entry.job().value())
                        .toList())
                .orElse(null);
    }

    private static void previewOfNamed(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(Stage.BYSTANDERS.get(2), Scene.RUNNING.assignments());
        race.stage().update(Stage.BYSTANDERS.get(3), Scene.FAILED.assignments());
        BulkTarget all = new BulkTarget.Named(List.of(
                Stage.JOB,
                Stage.BYSTANDERS.get(2).job(),
                Stage.BYSTANDERS.get(3).job(),
                MISSING));

        assertThat(preview(race, all, false)).isEqualTo(new BulkPreview(live(0, 1, 1), told(2, 1, 0, 1), false));
        assertThat(preview(race, all, true)).isEqualTo(new BulkPreview(live(0, 1, 0), told(1, 1, 1, 1), false));
        race.stage().update(Stage.RUN, LATE);
        assertThat(preview(race, all, false)).isEqualTo(new BulkPreview(live(0, 0, 1), told(1, 2, 0, 1), false));
        race.stage().update(Stage.RUN, Scene.VALIDATING.assignments());
        assertThat(preview(race, all, false)).isEqualTo(new BulkPreview(live(0, 0, 1), told(1, 2, 0, 1), false));
        race.stage().update(Stage.RUN, "expires_at = now() + interval '1 hour'");
        assertThat(preview(race, all, false).byStatus()).isEqualTo(live(1, 0, 1));
    }

    private static void previewOfMatching(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(Stage.BYSTANDERS.get(2), Scene.RUNNING.assignments());
        race.stage().update(Stage.BYSTANDERS.get(3), Scene.VALIDATING.assignments());

        assertThat(preview(race, matching(null, null), false))
                .isEqualTo(new BulkPreview(live(1, 1, 1), told(3, 0, 0, 0), false));
        assertThat(preview(race, matching(null, null), true))
                .isEqualTo(new BulkPreview(live(1, 1, 0), told(2, 0, 1, 0), false));
        assertThat(preview(race, matching(null, Stage.ENDPOINT), false))
                .isEqualTo(new BulkPreview(live(0, 1, 0), told(1, 0, 0, 0), false));
        assertThat(preview(race, matching(JobStatus.IN_PROGRESS, null), false))
                .isEqualTo(new BulkPreview(live(0, 0, 1), told(1, 0, 0, 0), false));
        race.stage().update(Stage.RUN, LATE);
        assertThat(preview(race, matching(null, null), false).byStatus()).isEqualTo(live(1, 0, 1));
        assertThat(preview(race, matching(JobStatus.QUEUED, null), false).byStatus())
                .isEqualTo(live(0, 0, 0));
        race.set(Scene.RESOLVING);
        assertThat(preview(race, matching(null, Stage.ENDPOINT), true))
                .isEqualTo(new BulkPreview(live(0, 0, 0), told(0, 0, 1, 0), false));
        race.setAll(Scene.VALIDATING);
        assertThat(preview(race, matching(null, null), false).byStatus()).isEqualTo(live(3, 0, 0));
        race.setAll(Scene.RUNNING);
        assertThat(preview(race, matching(null, null), false).byStatus()).isEqualTo(live(0, 0, 3));
        race.setAll(Scene.QUEUED);
        assertThat(preview(race, matching(null, null), false).byStatus()).isEqualTo(live(0, 3, 0));
    }

    private static void due(Race race) {
        for (int direction : new int[] {1, -1}) {
            race.set(Scene.QUEUED);
            race.stage().change("""
                    update bulk_cancel
                    set due_at = now() - make_interval(secs => 60 + %1$d * case id when 'bcan_a' then 1 when 'bcan_z' then 2
                                                                                   else 3 end);
                    update bulk_cancel set due_at = now() + interval '1 hour' where organization_id = 'org_a';
                    update bulk_cancel set created_at = now() - interval '8 days' where organization_id = 'org_z';
                    """.formatted(direction));
            List<BulkCancelId> order =
                    direction > 0 ? List.of(Stage.BULK.id(), AFTER, BEFORE) : List.of(BEFORE, AFTER, Stage.BULK.id());

            race.unordered(() -> {
                assertThat(due(race, 10)).isEqualTo(order);
                assertThat(due(race, 1)).isEqualTo(order.subList(0, 1));
            });
            race.stage().change("update bulk_cancel set position = upto, completed_at = now() where " + Stage.OUR_BULK);
            assertThat(due(race, 10)).doesNotContain(Stage.BULK.id()).hasSize(2);
        }
    }

    private static List<BulkCancelId> due(Race race, int most) {
        List<BulkRef> due = race.now(store -> store.get(DueBulkCancels.class).find(most));
        return due.stream().map(BulkRef::id).toList();
    }

    private static void postponed(Race race) {
        race.set(Scene.QUEUED);
        race.now(store -> store.get(DueBulkCancels.class).postpone(Stage.BULK, Duration.ofHours(1)));
        String postponed = "select string_agg(organization_id || ' ' || id, ', ') from bulk_cancel"
                + " where due_at > now() + interval '10 minutes'";
        assertThat(race.stage().ask(postponed)).isEqualTo("org_m bcan_m");

        race.set(Scene.QUEUED);
        race.stage().change("update bulk_cancel set position = upto, completed_at = now() where " + Stage.OUR_BULK);
        race.now(store -> store.get(DueBulkCancels.class).postpone(Stage.BULK, Duration.ofHours(1)));
        assertThat(race.stage().ask(postponed)).isNull();
    }

    private static BulkCreated create(Race race, String organization, BulkCancelId id, IdempotencyKey key, int most) {
        BulkTarget target = new BulkTarget.Named(List.of(Stage.JOB));
        return race.now(store -> store.get(CreateBulkCancel.class)
                .create(new NewBulkCancel(id, organization, target, "why", false, key), most));
    }

    private static IdempotencyKey key(String body) {
        return IdempotencyKey.of("key", "/v1/jobs/cancel", Payload.of(body.getBytes()), Duration.ofDays(1));
    }

    private static BulkPreview preview(Race race, BulkTarget target, boolean onlyIfQueued) {
        return race.now(store -> store.get(PreviewBulkCancel.class).count(Stage.ORGANIZATION, target, onlyIfQueued));
    }

    private static BulkTarget matching(JobStatus status, String endpoint) {
        Map<String, Object> given = new HashMap<>();
        if (status != null) {
            given.put("status", status);
        }
        if (endpoint != null) {
            given.put("endpoint", endpoint);
        }
        return new BulkTarget.Matching(ListScenarios.filter(given), "{}");
    }

    private static Map<JobStatus, Integer> live(int validating, int queued, int running) {
        return Map.of(JobStatus.VALIDATING, validating, JobStatus.QUEUED, queued, JobStatus.IN_PROGRESS, running);
    }

    private static Map<BulkOutcome, Integer> told(int cancelled, int finished, int notQueued, int notFound) {
        Map<BulkOutcome, Integer> told = new EnumMap<>(BulkOutcome.class);
        for (BulkOutcome outcome : BulkOutcome.values()) {
            told.put(outcome, 0);
        }
        told.put(BulkOutcome.CANCELLED, cancelled);
        told.put(BulkOutcome.ALREADY_FINISHED, finished);
        told.put(BulkOutcome.NOT_QUEUED, notQueued);
        told.put(BulkOutcome.NOT_FOUND, notFound);
        return told;
    }
}
