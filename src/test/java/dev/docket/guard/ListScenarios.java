package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.store.FindJobs;
import dev.docket.store.JobFilter;
import dev.docket.store.JobPage;
import dev.docket.store.ListConfig;
import dev.docket.store.PageRequest;
import dev.docket.store.RunRef;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lists: whose jobs, which of them, in which order and how many. */
public final class ListScenarios {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final RunRef BEFORE = Stage.BYSTANDERS.get(2);
    private static final RunRef AFTER = Stage.BYSTANDERS.get(3);
    private static final PageRequest ALL = new PageRequest(null, null, false, 100);

    /** What our job alone has, by the component of the filter that asks for it; in an order, so that the page keeps its. */
    private static final Map<String, Object> OURS = new TreeMap<>(Map.ofEntries(
            Map.entry("id", Stage.JOB),
            Map.entry("endpoint", Stage.ENDPOINT),
            Map.entry("projectId", "p"),
            Map.entry("workflowId", "w"),
            Map.entry("workflowNodeId", "n"),
            Map.entry("workflowBlockId", "b"),
            Map.entry("model", "m"),
            Map.entry("filenameRegex", "^ours"),
            Map.entry("filenameContains", "our"),
            Map.entry("documentTypes", List.of("pdf")),
            Map.entry("metadata", Map.of("of", "ours"))));

    private ListScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("a list is of one organization's jobs, each once", ListScenarios::ofOne),
                new Scenario("each filter of a list leaves what it does not ask for", ListScenarios::filters),
                new Scenario("a list by status leaves the other states", ListScenarios::byStatus),
                new Scenario("a list by status leaves what has expired", ListScenarios::byStatusInTime),
                new Scenario("a list names the bulk cancel of a job, if it was one", ListScenarios::cancelled),
                new Scenario("a list by source leaves the other sources", ListScenarios::bySource),
                new Scenario("a list by date ends with its days", ListScenarios::byDate),
                new Scenario("a page goes on from its cursor, in order", ListScenarios::pages),
                new Scenario("a page ends where it has looked", ListScenarios::ends),
                new Scenario("a page by status ends where it has looked", ListScenarios::endsByStatus),
                new Scenario("days are found in the order of creation", ListScenarios::daysOfMany));
    }

    private static void ofOne(Race race) {
        race.set(Scene.QUEUED);

        for (RunRef lyingLast : List.of(BEFORE, AFTER, Stage.RUN)) {
            race.stage().lieLast(lyingLast);
            race.unordered(
                    () -> assertThat(list(race, Map.of())).containsExactly(Stage.JOB, BEFORE.job(), AFTER.job()));
        }
    }

    private static void filters(Race race) {
        race.set(Scene.QUEUED);
        race.stage().change("""
                update job_facts
                set project_id = 'p', workflow_id = 'w', workflow_node_ids = '{n}', workflow_block_ids = '{b}',
                    model = 'm', filenames = '{ours.pdf}', document_types = '{pdf}', metadata_pairs = '{"of":"ours"}'
                where %1$s;
                update job_facts
                set project_id = 'q', workflow_id = 'x', workflow_node_ids = '{o}', workflow_block_ids = '{c}',
                    model = 'n', filenames = '{theirs.doc}', document_types = '{doc}', metadata_pairs = '{"of":"them"}'
                where not (%1$s);
                """.formatted(Stage.OURS));

        OURS.forEach((name, value) ->
                assertThat(list(race, Map.of(name, value))).as(name).containsExactly(Stage.JOB));
    }

    private static void byStatus(Race race) {
        race.setAll(Scene.FAILED);
        for (RunRef lyingLast : List.of(BEFORE, AFTER, Stage.RUN)) {
            race.stage().lieLast(lyingLast);
            race.unordered(() -> assertThat(list(race, Map.of("status", JobStatus.FAILED)))
                    .containsExactly(Stage.JOB, BEFORE.job(), AFTER.job()));
        }

        race.stage()
                .update(
                        Stage.RUN,
                        "status = 'cancelled', error_code = null, error_message = null,"
                                + " cancel_requested_at = now(), work_started = true");
        assertThat(list(race, Map.of("status", JobStatus.FAILED))).containsExactly(BEFORE.job(), AFTER.job());

        race.stage().update(Stage.RUN, "status = 'expired', cancel_requested_at = null, work_started = null");
        expire(race);
        assertThat(list(race, Map.of("status", JobStatus.FAILED))).containsExactly(BEFORE.job(), AFTER.job());
        assertThat(list(race, Map.of("status", JobStatus.EXPIRED))).containsExactly(Stage.JOB);
    }

    private static void byStatusInTime(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(Stage.RUN, Scene.CANCELLED.assignments());
        assertThat(list(race, Map.of("status", JobStatus.QUEUED))).containsExactly(BEFORE.job(), AFTER.job());

        race.set(Scene.QUEUED);
        expire(race);

        assertThat(list(race, Map.of("status", JobStatus.QUEUED))).containsExactly(BEFORE.job(), AFTER.job());
        assertThat(list(race, Map.of("status", JobStatus.EXPIRED))).containsExactly(Stage.JOB);
        assertThat(shown(race)).containsExactly(JobStatus.EXPIRED, JobStatus.QUEUED, JobStatus.QUEUED);
    }

    private static void expire(Race race) {
        race.stage().change("""
                update job set expires_at = now() - interval '1 second' where %1$s;
                update job_facts set expires_at = now() - interval '1 second' where %1$s;
                """.formatted(Stage.OURS));
    }

    private static List<JobStatus> shown(Race race) {
        Optional<JobPage> page =
                race.now(store -> store.get(FindJobs.class).page(Stage.ORGANIZATION, filter(Map.of()), ALL));
        return page.orElseThrow().jobs().stream().map(Job::status).toList();
    }

    private static void cancelled(Race race) {
        race.set(Scene.CANCELLED);
        race.stage().update(Stage.RUN, "cancel_token = 'bulk:" + Stage.BULK.id() + "'");

        Optional<JobPage> page =
                race.now(store -> store.get(FindJobs.class).page(Stage.ORGANIZATION, filter(Map.of()), ALL));

        assertThat(page.orElseThrow().jobs())
                .extracting(job -> job.cancellation().bulkCancel())
                .containsExactly(Stage.BULK.id(), null, null);
    }

    private static void bySource(Race race) {
        race.set(Scene.QUEUED);
        race.stage().change("update job_facts set project_id = 'p' where id = '%s'".formatted(BEFORE.job()));
        race.stage().change("update job_facts set workflow_id = 'w' where id = '%s'".formatted(AFTER.job()));

        assertThat(list(race, Map.of("source", JobFilter.Source.API))).containsExactly(Stage.JOB);
        assertThat(list(race, Map.of("source", JobFilter.Source.PROJECT))).containsExactly(BEFORE.job());
        assertThat(list(race, Map.of("source", JobFilter.Source.WORKFLOW))).containsExactly(AFTER.job());
    }

    private static void byDate(Race race) {
        race.set(Scene.QUEUED);
        created(race, Stage.RUN, 0, "- interval '1 minute'");
        created(race, BEFORE, 0, "+ interval '12 hours'");
        created(race, AFTER, -1, "+ interval '1 minute'");

        assertThat(list(race, Map.of("from", TODAY))).containsExactly(BEFORE.job(), AFTER.job());
        assertThat(list(race, Map.of("to", TODAY))).containsExactly(Stage.JOB, BEFORE.job());
    }

    private static void pages(Race race) {
        race.set(Scene.QUEUED);

        assertThat(page(race, new PageRequest(null, null, true, 1))).containsExactly(AFTER.job());
        assertThat(race.mostRows()).isEqualTo(2);
        race.set(Scene.QUEUED);
        assertThat(page(race, new PageRequest(Stage.JOB, null, false, 1))).containsExactly(BEFORE.job());
        assertThat(race.mostRows()).isEqualTo(2);
        assertThat(page(race, new PageRequest(Stage.JOB, null, false, 10))).containsExactly(BEFORE.job(), AFTER.job());
        assertThat(page(race, new PageRequest(AFTER.job(), null, true, 10))).containsExactly(BEFORE.job(), Stage.JOB);
        assertThat(page(race, new PageRequest(null, AFTER.job(), false, 10))).containsExactly(Stage.JOB, BEFORE.job());
        assertThat(page(race, new PageRequest(JobId.fresh(), null, false, 10))).isNull();
    }

    private static void ends(Race race) {
        for (RunRef lyingLast : List.of(BEFORE, AFTER, Stage.RUN)) {
            race.set(Scene.QUEUED);
            race.stage().change("update job_facts set model = 'm', project_id = 'p', workflow_id = 'w'");
            race.stage().updateFacts(Stage.RUN, "model = 'n'");
            race.stage().lieLast(lyingLast);
            race.unordered(() -> {
                for (Map<String, Object> given : List.<Map<String, Object>>of(
                        Map.of("model", "m"),
                        Map.of("model", "m", "projectId", "p"),
                        Map.of("model", "m", "workflowId", "w"))) {
                    int one = given.size() == 1 ? 1 : 10;
                    assertThat(looked(race, one, given)).containsExactly(null, Stage.JOB);
                    assertThat(looked(race, 2 * one, given)).containsExactly(BEFORE.job(), BEFORE.job());
                    assertThat(looked(race, 3 * one, given)).containsExactly(BEFORE.job(), AFTER.job(), AFTER.job());
                    assertThat(looked(race, 4 * one, given)).containsExactly(BEFORE.job(), AFTER.job(), null);
                    assertThat(looked(race, one, given, true)).containsExactly(AFTER.job(), AFTER.job());
                }
                assertThat(looked(race, 3, Map.of())).containsExactly(Stage.JOB, BEFORE.job(), null);
            });
        }
    }

    private static void endsByStatus(Race race) {
        for (RunRef lyingLast : List.of(BEFORE, AFTER, Stage.RUN)) {
            race.setAll(Scene.FAILED);
            race.stage().change("update job_facts set model = 'm'");
            race.stage().updateFacts(Stage.RUN, "model = 'n'");
            race.stage().lieLast(lyingLast);
            Map<String, Object> given = Map.of("model", "m", "status", JobStatus.FAILED);
            race.unordered(() -> {
                assertThat(looked(race, 10, given)).containsExactly(null, Stage.JOB);
                assertThat(looked(race, 20, given)).containsExactly(BEFORE.job(), BEFORE.job());
                assertThat(looked(race, 40, given)).containsExactly(BEFORE.job(), AFTER.job(), null);
                assertThat(looked(race, 10, given, true)).containsExactly(AFTER.job(), AFTER.job());
            });
        }
    }

    /** What a page found that might look at so many rows, nothing if it was empty, and the last that it looked at. */
    private static List<JobId> looked(Race race, int rows, Map<String, Object> given) {
        return looked(race, rows, given, false);
    }

    private static List<JobId> looked(Race race, int rows, Map<String, Object> given, boolean newestFirst) {
        JobPage page = race.now(store -> {
                    store.put(ListConfig.class, new OneStatement(rows));
                    return store.fresh(FindJobs.class)
                            .page(Stage.ORGANIZATION, filter(given), new PageRequest(null, null, newestFirst, 2));
                })
                .orElseThrow();
        List<JobId> looked = new ArrayList<>(ids(page));
        if (looked.isEmpty()) {
            looked.add(null);
        }
        looked.add(page.reached());
        return looked;
    }

    /** Of three, of which each is of a day of its own, and of others' jobs that are of other days. */
    private static void daysOfMany(Race race) {
        for (RunRef lyingLast : List.of(BEFORE, AFTER, Stage.RUN)) {
            race.set(Scene.QUEUED);
            race.stage().change("update job_facts set created_at = now() - interval '40 days'");
            created(race, Stage.RUN, 3, "+ interval '6 hours'");
            created(race, BEFORE, 2, "+ interval '6 hours'");
            created(race, AFTER, 1, "+ interval '6 hours'");
            race.stage().lieLast(lyingLast);
            race.unordered(() -> {
                assertThat(days(race, 3, 3)).containsExactly(Stage.JOB, Stage.JOB);
                assertThat(days(race, 2, 2)).containsExactly(BEFORE.job(), BEFORE.job());
                assertThat(days(race, 1, 1)).containsExactly(AFTER.job(), AFTER.job());
                assertThat(days(race, 9, 2)).containsExactly(Stage.JOB, Stage.JOB);
                assertThat(days(race, 2, 0)).containsExactly(BEFORE.job(), BEFORE.job());
                assertThat(days(race, 0, 0)).containsExactly(null, null);
                assertThat(days(race, 9, 4)).containsExactly(null, null);
            });
        }
    }

    private static void created(Race race, RunRef job, int daysAgo, String later) {
        race.stage()
                .updateFacts(
                        job,
                        "created_at = date_trunc('day', now() at time zone 'utc') at time zone 'utc' - interval '%d days' %s"
                                .formatted(daysAgo, later));
    }

    /** By a statement that looks at one job, which must be one of those days. */
    private static List<JobId> days(Race race, int from, int to) {
        return looked(race, 1, Map.of("from", TODAY.minusDays(from), "to", TODAY.minusDays(to)));
    }

    private record OneStatement(int rows) implements ListConfig {
        @Override
        public Duration patience() {
            return Duration.ZERO;
        }
    }

    private static List<JobId> page(Race race, PageRequest request) {
        Optional<JobPage> page =
                race.now(store -> store.get(FindJobs.class).page(Stage.ORGANIZATION, filter(Map.of()), request));
        return page.map(ListScenarios::ids).orElse(null);
    }

    private static List<JobId> list(Race race, Map<String, Object> given) {
        Optional<JobPage> page =
                race.now(store -> store.get(FindJobs.class).page(Stage.ORGANIZATION, filter(given), ALL));
        return ids(page.orElseThrow());
    }

    private static List<JobId> ids(JobPage page) {
        return page.jobs().stream().map(Job::id).toList();
    }

    /** A filter with these components, the others absent. */
    public static JobFilter filter(Map<String, Object> given) {
        RecordComponent[] components = JobFilter.class.getRecordComponents();
        Map<Class<?>, Object> none = new HashMap<>();
        none.put(List.class, List.of());
        none.put(Map.class, Map.of());
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> given.getOrDefault(component.getName(), none.get(component.getType())))
                .toArray();
        try {
            return JobFilter.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
