package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.race.Store;
import dev.docket.race.Verb;
import dev.docket.store.DeleteJobs;
import dev.docket.store.ExpireJobs;
import dev.docket.store.FailUnstarted;
import dev.docket.store.PromoteParked;
import dev.docket.store.RescueRuns;
import dev.docket.store.RunRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which jobs a batch of maintenance takes when all five are due. */
final class MaintenanceScenarios {
    private static final Duration DAY = Duration.ofDays(1);

    private MaintenanceScenarios() {}

    /**
     * A kind of maintenance.
     *
     * @param age what makes a job due by some minutes
     * @param left the condition of those that are not done yet
     */
    private record Kind(String name, Scene scene, String age, String left, Batch batch) {}

    private interface Batch {
        Uni<Integer> run(Store store, int limit, int skip);
    }

    private static final List<Kind> BY_AGE = List.of(
            new Kind(
                    "expire",
                    Scene.LATE,
                    "expires_at = now() - interval '1 hour' - interval '%d minutes'",
                    "status <> 'expired'",
                    (store, limit, skip) -> store.get(ExpireJobs.class).expire(limit, skip)),
            new Kind(
                    "promote",
                    Scene.PARKED,
                    "available_at = now() - interval '%d minutes'",
                    "ready_pos is null",
                    (store, limit, skip) ->
                            store.get(PromoteParked.class).promote(limit, skip).map(done -> done.jobs())),
            new Kind(
                    "fail unstarted",
                    Scene.UNSTARTED,
                    "start_before = now() - interval '%d minutes'",
                    "status <> 'failed'",
                    (store, limit, skip) -> store.get(FailUnstarted.class).fail(limit, skip)),
            new Kind(
                    "delete",
                    Scene.OLD,
                    "expires_at = now() - interval '2 days' - interval '%d minutes'",
                    "true",
                    (store, limit, skip) -> store.get(DeleteJobs.class).delete(limit, skip, DAY)));

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (Kind kind : BY_AGE) {
            all.add(new Scenario(kind.name() + " takes the longest due first, and no more than asked", race -> {
                byAge(race, kind, sorted());
                byAge(race, kind, reversed());
            }));
        }
        all.add(new Scenario("rescue takes runs in order, and no more than asked", MaintenanceScenarios::rescue));
        all.add(new Scenario("rescue waits a lease after a restart", MaintenanceScenarios::rescueAfterRestart));
        all.add(new Scenario("a rescued validation is validated again", MaintenanceScenarios::rescueOfValidation));
        all.add(new Scenario("a rescue says that the executor was lost", MaintenanceScenarios::rescueSaysWhy));
        all.add(new Scenario("one process at a time does a piece of maintenance", MaintenanceScenarios::onlyOne));
        all.add(new Scenario("a wait that is over is not too long", MaintenanceScenarios::waitIsOver));
        all.add(new Scenario("a renewed job is not deleted though its facts are old", MaintenanceScenarios::renewed));
        return all;
    }

    /** However the rows lie in the table: in the order in which they were changed last, or in the opposite one. */
    private static void byAge(Race race, Kind kind, List<RunRef> order) {
        for (List<RunRef> lying : List.of(sorted(), reversed())) {
            byAge(race, kind, order, lying, 0);
            byAge(race, kind, order, lying, 2);
        }
    }

    private static void byAge(Race race, Kind kind, List<RunRef> order, List<RunRef> lying, int skip) {
        race.setAll(kind.scene());
        for (RunRef run : lying) {
            String age = kind.age().formatted(10 - order.indexOf(run));
            race.stage().update(run, age);
            if (age.startsWith("expires_at")) {
                race.stage().updateFacts(run, age);
            }
        }

        race.unordered(() -> assertThat(race.count(store -> kind.batch().run(store, 1, skip)))
                .isEqualTo(1));

        assertThat(left(race, kind.left())).containsExactlyInAnyOrderElementsOf(without(order.get(skip)));
    }

    /** Found by an index whose order is another one. */
    private static void rescue(Race race) {
        for (int skip : new int[] {1, 2}) {
            race.setAll(Scene.LAPSED);

            race.planned(
                    "enable_bitmapscan",
                    false,
                    () -> assertThat(race.count(store -> rescue(store, 1, skip, Duration.ZERO)))
                            .isEqualTo(1));

            assertThat(left(race, "status = 'in_progress'"))
                    .containsExactlyInAnyOrderElementsOf(without(sorted().get(skip)));
        }
    }

    private static Uni<Integer> rescue(Store store, int limit, int skip, Duration lease) {
        return store.get(RescueRuns.class).rescue(limit, skip, lease).map(List::size);
    }

    private static void rescueAfterRestart(Race race) {
        race.set(Scene.LAPSED);

        assertThat(race.count(store -> rescue(store, 10, 0, Duration.ofDays(3650))))
                .isZero();
    }

    private static void rescueOfValidation(Race race) {
        race.set(Scene.RESOLVING);
        race.stage().update(Stage.RUN, "lease_until = now() - interval '1 second'");

        assertThat(race.say(Verb.RESCUE)).isEqualTo("1 job");

        assertThat(race.stage().row()).isEqualTo("validating #1 +2 parked");
    }

    private static void rescueSaysWhy(Race race) {
        race.set(Scene.LAPSED);
        race.say(Verb.RESCUE);
        assertThat(race.stage().column("last_failure_code")).isEqualTo("executor_lost");

        race.set(Scene.SPENT);
        race.say(Verb.RESCUE);
        assertThat(race.stage().column("last_failure_code")).isEqualTo("attempts_exhausted");
    }

    private static void onlyOne(Race race) {
        race.setAll(Scene.LATE);
        try {
            race.hold(store -> store.get(ExpireJobs.class).expire(1, 0));

            assertThat(race.count(store -> store.get(ExpireJobs.class).expire(10, 0)))
                    .isZero();
        } finally {
            race.clear(List.of());
        }
    }

    private static void waitIsOver(Race race) {
        String past = "start_before = now() - interval '1 second'";
        for (Scene scene : List.of(Scene.RESOLVING, Scene.FAILED, Scene.CANCELLED)) {
            race.set(scene);
            race.stage().update(Stage.RUN, past + ", started_at = null");
            assertThat(race.say(Verb.FAIL_UNSTARTED)).as(scene.words()).isEqualTo("nothing");
        }
        race.set(Scene.QUEUED);
        race.stage().update(Stage.RUN, past + ", started_at = now()");
        assertThat(race.say(Verb.FAIL_UNSTARTED)).as("once begun").isEqualTo("nothing");
    }

    private static void renewed(Race race) {
        race.set(Scene.FAILED);
        race.stage().change("update job_facts set expires_at = now() - interval '3 days'");

        assertThat(race.count(store -> store.get(DeleteJobs.class).delete(10, 0, DAY)))
                .isZero();
    }

    private static List<RunRef> left(Race race, String condition) {
        String left = race.stage()
                .ask("select coalesce(string_agg(organization_id || ' ' || id, ','), '') from job where " + condition);
        return sorted().stream()
                .filter(run -> List.of(left.split(",")).contains(run.organization() + " " + run.job()))
                .toList();
    }

    private static List<RunRef> without(RunRef done) {
        return sorted().stream().filter(run -> !run.equals(done)).toList();
    }

    /** All five in the order of their keys; ours is in the middle. */
    static List<RunRef> sorted() {
        List<RunRef> runs = Stage.BYSTANDERS;
        return List.of(runs.get(0), runs.get(2), Stage.RUN, runs.get(3), runs.get(1));
    }

    private static List<RunRef> reversed() {
        List<RunRef> runs = new ArrayList<>(sorted());
        Collections.reverse(runs);
        return runs;
    }
}
