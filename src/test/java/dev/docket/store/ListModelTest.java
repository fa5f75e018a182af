package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.api.JobListDocument;
import dev.docket.api.PayloadChoice;
import dev.docket.guard.ListScenarios;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists read page by page, by every filter, with pages and statements of any size, while jobs come and go: each job that
 * fits and was there all the time comes once and in its place, and nothing else comes but what was there for a while.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ListModelTest {
    private static final int JOBS = 200;
    private static final int ROUNDS = 3;

    private final Pool pool;

    ListModelTest(Pool pool) {
        this.pool = pool;
    }

    static Stream<Map<String, Object>> filters() {
        LocalDate middle = ListedJobs.LAST_DAY.minusDays(2);
        return Stream.of(
                Map.of(),
                Map.of("status", JobStatus.QUEUED),
                Map.of("status", JobStatus.COMPLETED),
                Map.of("status", JobStatus.FAILED),
                Map.of("status", JobStatus.EXPIRED),
                Map.of("status", JobStatus.IN_PROGRESS),
                Map.of("endpoint", "/v1/documents/split"),
                Map.of("source", JobFilter.Source.API),
                Map.of("source", JobFilter.Source.PROJECT),
                Map.of("source", JobFilter.Source.WORKFLOW),
                Map.of("projectId", "proj_1"),
                Map.of("workflowId", "wf_1"),
                Map.of("workflowNodeId", "node_1"),
                Map.of("workflowBlockId", "block_1"),
                Map.of("model", "rare"),
                Map.of("model", "none"),
                Map.of("filenameRegex", "^rare"),
                Map.of("filenameContains", "7.p"),
                Map.of("documentTypes", List.of("txt", "png")),
                Map.of("from", middle),
                Map.of("to", middle),
                Map.of("from", middle, "to", middle),
                Map.of("from", ListedJobs.LAST_DAY.plusDays(1)),
                Map.of("metadata", Map.of("batch", "3")),
                Map.of("status", JobStatus.COMPLETED, "model", "rare"),
                Map.of("status", JobStatus.QUEUED, "projectId", "proj_1"),
                Map.of("status", JobStatus.FAILED, "workflowId", "wf_1"),
                Map.of("status", JobStatus.EXPIRED, "from", middle, "model", "common"),
                Map.of("status", JobStatus.CANCELLED, "to", middle, "documentTypes", List.of("pdf")),
                Map.of("projectId", "proj_1", "workflowId", "wf_1"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void every_job_that_fits_comes_once_and_in_its_place(Map<String, Object> given) {
        Random random = new Random(given.toString().hashCode());
        ListedJobs jobs = new ListedJobs(random);
        jobs.put(JOBS);
        for (int round = 0; round < ROUNDS; round++) {
            new Round(random, jobs, ListScenarios.filter(given)).play();
        }
    }

    /** One way through a list, there and back. */
    private final class Round {
        private final Random random;
        private final ListedJobs jobs;
        private final JobFilter filter;
        private final boolean newestFirst;
        private final int limit;
        private final FindJobs findJobs;
        private final Set<JobId> wereThere = new HashSet<>();
        private final Set<JobId> stayed = new HashSet<>();
        private int changes = 6;

        Round(Random random, ListedJobs jobs, JobFilter filter) {
            this.random = random;
            this.jobs = jobs;
            this.filter = filter;
            newestFirst = random.nextBoolean();
            limit = 1 + random.nextInt(30);
            findJobs = new FindJobs(pool, config(3 + random.nextInt(60), random.nextInt(2)));
        }

        void play() {
            stayed.addAll(jobs.fitting(filter));
            wereThere.addAll(stayed);
            List<JobId> there = new ArrayList<>();
            JobListDocument page = page(null, null);
            there.addAll(ids(page));
            JobId last = null;
            while (page.after() != null) {
                assertThat(page.hasMore()).isTrue();
                last = new JobId(page.after());
                change(last);
                page = page(last, null);
                there.addAll(ids(page));
            }
            assertThat(page.hasMore()).isFalse();
            judge(there);
            if (last != null) {
                back(last, there);
            }
        }

        /** From the last page's cursor: all that came before the job that it names. */
        private void back(JobId cursor, List<JobId> there) {
            List<JobId> back = new ArrayList<>();
            String before = cursor.value();
            while (before != null) {
                JobListDocument page = page(null, new JobId(before));
                back.addAll(0, ids(page));
                before = page.before();
                assertThat(page.hasMore()).isEqualTo(before != null);
            }
            List<JobId> expected = new ArrayList<>(there);
            expected.removeIf(job -> !jobs.isThere(job) || !jobs.comesBefore(job, cursor, newestFirst));
            List<JobId> known = new ArrayList<>(back);
            known.retainAll(there);
            assertThat(known).isEqualTo(expected);
            judgeOrder(back);
        }

        private void judge(List<JobId> listed) {
            judgeOrder(listed);
            assertThat(wereThere).containsAll(listed);
            assertThat(listed).containsAll(stayed);
        }

        private void judgeOrder(List<JobId> listed) {
            List<JobId> ordered = new ArrayList<>(new HashSet<>(listed));
            ordered.sort(jobs.order());
            if (newestFirst) {
                Collections.reverse(ordered);
            }
            assertThat(listed).isEqualTo(ordered);
        }

        /** A job goes, and one comes, while the reader holds a cursor; so rarely that the reader gets to the end. */
        private void change(JobId kept) {
            if (changes == 0 || random.nextInt(3) > 0) {
                return;
            }
            changes--;
            JobId gone = jobs.remove(kept);
            stayed.remove(gone);
            jobs.put(1);
            wereThere.addAll(jobs.fitting(filter));
        }

        private JobListDocument page(JobId after, JobId before) {
            PageRequest asked = new PageRequest(after, before, newestFirst, limit);
            long bytes = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(40);
            return findJobs.page(jobs.organization(), filter, asked)
                    .map(page -> JobListDocument.of(page.orElseThrow(), asked, PayloadChoice.BOTH, bytes))
                    .await()
                    .atMost(Duration.ofSeconds(10));
        }

        private static List<JobId> ids(JobListDocument page) {
            return page.jobs().stream().map(document -> document.job().id()).toList();
        }
    }

    private static ListConfig config(int rows, int seconds) {
        return new ListConfig() {
            @Override
            public int rows() {
                return rows;
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(seconds);
            }
        };
    }
}
