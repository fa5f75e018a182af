package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.race.Verb;
import dev.docket.store.RunRef;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settled;
import dev.docket.store.Settlement;
import dev.docket.store.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Ends of runs: which are written, and what their executors are told. */
final class SettleScenarios {
    private static final Settled COMPLETED = new Settled.Won(JobStatus.COMPLETED);
    private static final Settled FAILED = new Settled.Won(JobStatus.FAILED);
    private static final Settled TOO_LATE = new Settled.TooLate();
    private static final RunRef LATER = new RunRef(Stage.ORGANIZATION, Stage.JOB, 2);

    private SettleScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("a result of an earlier claim changes nothing of the later run", SettleScenarios::earlier),
                new Scenario("two claims of a job in one batch are told apart", SettleScenarios::twoClaims),
                new Scenario("the same id in two organizations in one batch is told apart", SettleScenarios::twins),
                new Scenario("two jobs of one organization in one batch are told apart", SettleScenarios::neighbours),
                new Scenario("a settlement that is decided is not looked at again", SettleScenarios::once),
                new Scenario("an end of the same code is not a failure that passes", SettleScenarios::notForNow),
                new Scenario("a cancelled job is no failed attempt's end", SettleScenarios::cancelledMeanwhile),
                new Scenario(
                        "a run that goes on was not ended by an earlier attempt's failure", SettleScenarios::goesOn),
                new Scenario("a job that is run again shows no error", SettleScenarios::noDetails),
                new Scenario("a large answer is written once, however often it is sent", SettleScenarios::large));
    }

    private static void earlier(Race race) {
        race.set(Scene.RUNNING);
        race.stage().update(Stage.RUN, "claim = 2");

        assertThat(race.say(Verb.COMPLETE)).isEqualTo("TooLate");
        assertThat(race.stage().row()).isEqualTo("in_progress #2 +2");
    }

    private static void twoClaims(Race race) {
        race.set(Scene.RUNNING);
        race.stage().update(Stage.RUN, "claim = 2");

        assertThat(settle(race, new Settlement(Stage.RUN, complete()), new Settlement(LATER, complete())))
                .isEqualTo(Map.of(Stage.RUN, TOO_LATE, LATER, COMPLETED));
        assertThat(settle(race, new Settlement(Stage.RUN, complete()))).isEqualTo(Map.of(Stage.RUN, TOO_LATE));
    }

    private static void twins(Race race) {
        together(race, Stage.BYSTANDERS.get(0));
        together(race, Stage.BYSTANDERS.get(1));
    }

    private static void neighbours(Race race) {
        together(race, Stage.BYSTANDERS.get(2));
        together(race, Stage.BYSTANDERS.get(3));
    }

    private static void together(Race race, RunRef other) {
        race.setAll(Scene.RUNNING);

        assertThat(settle(
                        race, new Settlement(Stage.RUN, complete()), new Settlement(other, new Verdict.Fail(error()))))
                .isEqualTo(Map.of(Stage.RUN, COMPLETED, other, FAILED));
        assertThat(race.mostRows()).isEqualTo(2);
        assertThat(race.sent()).isEqualTo(1);
    }

    private static void once(Race race) {
        for (Scene scene : List.of(Scene.RUNNING, Scene.LATE, Scene.CANCELLED)) {
            race.set(scene);

            race.say(Verb.COMPLETE);

            assertThat(race.sent()).as(scene.words()).isEqualTo(1);
        }
    }

    private static void notForNow(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(Stage.RUN, "last_failure_code = 'document_damaged'");

        assertThat(settle(race, new Settlement(Stage.RUN, new Verdict.Fail(error()))))
                .containsValue(TOO_LATE);
    }

    private static void cancelledMeanwhile(Race race) {
        race.set(Scene.CANCELLED);
        race.stage().update(Stage.RUN, "last_failure_code = 'document_damaged'");

        assertThat(settle(race, new Settlement(Stage.RUN, again(null)))).containsValue(TOO_LATE);
    }

    private static void goesOn(Race race) {
        race.set(Scene.RESOLVING);
        race.stage()
                .update(Stage.RUN, "last_failure_code = 'document_damaged', expires_at = now() - interval '1 second'");

        assertThat(settle(race, new Settlement(Stage.RUN, again(null)))).containsValue(TOO_LATE);
    }

    private static void noDetails(Race race) {
        race.set(Scene.RUNNING);

        settle(race, new Settlement(Stage.RUN, again(Map.of("page", 3))));

        assertThat(race.stage().column("coalesce(error_code, error_message, error_details)"))
                .isNull();
    }

    private static void large(Race race) {
        race.set(Scene.RUNNING);
        Settlement end = new Settlement(Stage.RUN, new Verdict.Complete(200, Payload.of(new byte[300_000])));

        for (int time = 0; time < 2; time++) {
            Settled settled = race.now(store -> store.get(SettleRuns.class).alone(end));
            assertThat(settled).isEqualTo(COMPLETED);
        }
    }

    private static Map<RunRef, Settled> settle(Race race, Settlement... ends) {
        return race.now(store -> store.get(SettleRuns.class).together(List.of(ends)));
    }

    private static Verdict complete() {
        return new Verdict.Complete(200, Payload.of("[]".getBytes()));
    }

    private static Verdict again(Map<String, Object> details) {
        return new Verdict.Again(
                new JobError(ErrorCode.DOCUMENT_DAMAGED, "It is broken.", details), Duration.ofHours(1));
    }

    private static JobError error() {
        return new JobError(ErrorCode.DOCUMENT_DAMAGED, "It is broken.");
    }
}
