package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.guard.ListScenarios;
import dev.docket.job.Job;
import dev.docket.job.JobStatus;
import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A look on behalf of the primary: at its time, and only at what it shows. */
class ReplicaReaderTest {
    private static final PageRequest PAGE = new PageRequest(null, null, true, 100);

    private static Race race;

    @BeforeAll
    static void open() {
        race = new Race();
    }

    @AfterAll
    static void close() {
        race.close();
    }

    @Test
    void a_job_has_expired_by_the_primarys_time_and_not_by_that_of_the_server_that_is_asked() {
        race.set(Scene.COMPLETED);
        OffsetDateTime now = OffsetDateTime.parse(race.stage().ask("select to_json(now()) #>> '{}'"));

        assertThat(statuses(now)).containsExactly(JobStatus.COMPLETED, JobStatus.COMPLETED);
        assertThat(statuses(now.plusDays(30))).containsExactly(JobStatus.EXPIRED, JobStatus.EXPIRED);
        race.set(Scene.OLD);
        assertThat(statuses(now)).containsExactly(JobStatus.EXPIRED, JobStatus.EXPIRED);
        assertThat(statuses(now.minusYears(1))).containsExactly(JobStatus.FAILED, JobStatus.FAILED);
    }

    @Test
    void a_page_by_status_is_one_of_the_primarys_time_too() {
        race.set(Scene.COMPLETED);
        OffsetDateTime now = OffsetDateTime.parse(race.stage().ask("select to_json(now()) #>> '{}'"));

        assertThat(isListed(JobStatus.COMPLETED, now)).isTrue();
        assertThat(isListed(JobStatus.EXPIRED, now)).isFalse();
        assertThat(isListed(JobStatus.COMPLETED, now.plusDays(30))).isFalse();
        assertThat(isListed(JobStatus.EXPIRED, now.plusDays(30))).isTrue();
    }

    @Test
    void what_a_transaction_wrote_that_the_primary_does_not_see_is_found_out() {
        race.set(Scene.QUEUED);
        race.stage().change("update job set cancel_reason = null where " + Stage.OURS);
        long writer = Long.parseLong(race.stage().ask("select xmin from job where " + Stage.OURS));

        assertThat(isShown(writer, false)).containsExactly(false, false);
        assertThat(isShown(writer + 1, true)).containsExactly(false, false);
        assertThat(isShown(writer + 1, false)).containsExactly(true, true);
    }

    /** There the number is another transaction's. */
    @Test
    void what_another_timeline_sees_is_not_what_was_shown() {
        Snapshot all = new Snapshot(1000, 1000, Set.of());
        Position ours = new Position("7/00000001", "0/0", all, OffsetDateTime.now());
        Position promoted = new Position("7/00000002", "0/0", all, OffsetDateTime.now());

        assertThat(new ReplicaReader(null, ours).isShownAt(ours)).isTrue();
        assertThat(new ReplicaReader(null, ours).isShownAt(promoted)).isFalse();
    }

    /** Found by its id, and on a page. */
    private static List<JobStatus> statuses(OffsetDateTime moment) {
        return both(moment, new Snapshot(0, 0, Set.of()), (reader, job) -> job.status());
    }

    /** Found by its id, and on a page, where the primary sees all before {@code next} but may see its writer run. */
    private static List<Boolean> isShown(long next, boolean running) {
        Snapshot snapshot = new Snapshot(next - 1, next, running ? Set.of(next - 1) : Set.of());
        return both(OffsetDateTime.now(), snapshot, (reader, job) -> reader.isShown());
    }

    private static boolean isListed(JobStatus status, OffsetDateTime moment) {
        Position position = new Position("", "", new Snapshot(0, 0, Set.of()), moment);
        JobFilter filter = ListScenarios.filter(Map.of("endpoint", Stage.ENDPOINT, "status", status));
        return race.now(store -> store.get(Pool.class)
                .withConnection(connection -> store.get(FindJobs.class)
                        .page(new ReplicaReader(connection, position), Stage.ORGANIZATION, filter, PAGE)
                        .map(page -> !page.orElseThrow().jobs().isEmpty())));
    }

    private static <T> List<T> both(
            OffsetDateTime moment, Snapshot snapshot, BiFunction<ReplicaReader, Job, T> judgement) {
        Position position = new Position("", "", snapshot, moment);
        return race.now(store -> store.get(Pool.class).withConnection(connection -> {
            ReplicaReader single = new ReplicaReader(connection, position);
            ReplicaReader listed = new ReplicaReader(connection, position);
            JobFilter ours = ListScenarios.filter(Map.of("endpoint", Stage.ENDPOINT));
            Uni<T> ofOne = store.get(FindJob.class)
                    .byId(single, Stage.ORGANIZATION, Stage.JOB)
                    .map(job -> judgement.apply(single, job.orElseThrow()));
            Uni<T> ofPage = store.get(FindJobs.class)
                    .page(listed, Stage.ORGANIZATION, ours, PAGE)
                    .map(page ->
                            judgement.apply(listed, page.orElseThrow().jobs().get(0)));
            return ofOne.chain(one -> ofPage.map(other -> List.of(one, other)));
        }));
    }
}
