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
import dev.docket.store.PageRequest;
import dev.docket.store.RunRef;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
                new Scenario("a page goes on from its cursor, in order", ListScenarios::pages));
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

        race.stage().update(Stage.RUN, "status = 'expired', error_code = null, error_message = null");
        expire(race);
        assertThat(list(race, Map.of("status", JobStatus.FAILED))).containsExactly(BEFORE.job(), AFTER.job());
        assertThat(list(race, Map.of("status", JobStatus.EXPIRED))).containsExactly(Stage.JOB);
    }

    private static void byStatusInTime(Race race) {
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
        race.stage().change("""
                update job_facts set created_at = date_trunc('day', now() at time zone 'utc') at time zone 'utc'
                                                  + make_interval(days => case id when '%s' then -1 when '%s' then 1
                                                                                  else 0 end);
                """.formatted(Stage.JOB, AFTER.job()));

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
