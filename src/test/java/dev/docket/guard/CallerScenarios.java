package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.race.Verb;
import dev.docket.store.ConfirmStop;
import dev.docket.store.HandBack;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.RunRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cancels, retries and what executors tell about their runs, each of the right job, run and generation. */
final class CallerScenarios {
    private static final RunRef NEIGHBOUR = Stage.BYSTANDERS.get(2);

    private CallerScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("a cancel that comes again after a retry cancels nothing", CallerScenarios::cancelAgain),
                new Scenario("a retry that comes again after a new failure runs nothing", CallerScenarios::retryAgain),
                new Scenario("a retried job is validated if it never was", CallerScenarios::retryUnvalidated),
                new Scenario("a retry resolves a request anew that was resolved", CallerScenarios::retryResolved),
                new Scenario("a retry counts the wait by the limit of its endpoint", CallerScenarios::retryLimit),
                new Scenario("a retry takes the request to the bucket of today", CallerScenarios::retryMovesRequest),
                new Scenario("a retry finds its request in the bucket of today", CallerScenarios::retryFindsRequest),
                new Scenario("a stop is noted of the run that was cancelled", CallerScenarios::stopOfRun),
                new Scenario("a stop is noted of the generation that was cancelled", CallerScenarios::stopOfGeneration),
                new Scenario("a run that another executor has is not handed back", CallerScenarios::othersRun),
                new Scenario("a run of a later claim is not handed back", CallerScenarios::laterRun),
                new Scenario("a validation is handed back to be validated", CallerScenarios::handBackValidation),
                new Scenario(
                        "a job that waits again under a later claim was not handed back", CallerScenarios::laterWait),
                new Scenario("what another executor has is no stray", CallerScenarios::othersAreNoStrays),
                new Scenario("what is known under an older claim is a stray", CallerScenarios::olderClaimIsStray),
                new Scenario("a stray validation is validated again", CallerScenarios::strayValidation),
                new Scenario("a beat renews only what is its owner's", CallerScenarios::beatOfOwner));
    }

    private static void cancelAgain(Race race) {
        race.set(Scene.QUEUED);

        assertThat(race.say(Verb.CANCEL)).isEqualTo("Won");
        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(queued)");
        assertThat(race.say(Verb.CANCEL)).isEqualTo("Repeated(queued)");

        assertThat(race.stage().row()).isEqualTo("queued #1/1 +3");
    }

    private static void retryAgain(Race race) {
        race.set(Scene.FAILED);

        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(queued)");
        race.stage().update(Stage.RUN, Scene.FAILED.assignments());
        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(failed)");

        assertThat(race.stage().row()).isEqualTo("failed #1/1 document_damaged");

        race.set(Scene.FAILED);
        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(queued)");
        assertThat(race.say(Verb.CANCEL)).isEqualTo("Won");
        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(cancelled)");
    }

    private static void retryUnvalidated(Race race) {
        race.set(Scene.VALIDATING);

        assertThat(race.say(Verb.CANCEL)).isEqualTo("Won");
        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(validating)");

        assertThat(race.stage().row()).isEqualTo("validating #1/1 +3");
        assertThat(race.stage().column("validated")).isEqualTo("f");
    }

    private static void retryResolved(Race race) {
        race.set(Scene.FAILED);
        race.stage().update(Stage.RUN, "resolved_bucket = body_bucket(), resolved_bytes = 2, resolved_claim = 1");

        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(validating)");

        assertThat(race.stage().column("validated")).isEqualTo("f");
        assertThat(race.stage().column("num_nonnulls(resolved_bucket, resolved_bytes, resolved_claim)"))
                .isEqualTo("0");
    }

    private static void retryLimit(Race race) {
        race.set(Scene.FAILED);
        Map<String, Duration> limits = new LinkedHashMap<>();
        limits.put("/v1/documents/split", Duration.ofHours(2));
        limits.put(Stage.ENDPOINT, Duration.ofHours(1));

        race.now(store -> store.get(RetryJob.class)
                .retry(new RetryRequest(Stage.ORGANIZATION, Stage.JOB, "retry", Duration.ofDays(7), 3, limits)));

        assertThat(race.stage().column("round(extract(epoch from start_before - clock_timestamp()) / 3600)"))
                .isEqualTo("1");
    }

    /** Its request and nothing else of what lies in yesterday's bucket, nor what lies in tomorrow's. */
    private static void retryMovesRequest(Race race) {
        race.set(Scene.FAILED);
        race.stage().change("""
                call ensure_body_bucket(body_bucket() - 1);
                update job set request_bucket = body_bucket() - 1;
                update job_facts set request_bucket = body_bucket() - 1;
                update body set bucket = bucket - 1;
                insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
                select b.bucket + m.days, b.organization_id, b.job_id, m.claim, m.chunk, ''
                from body b
                cross join (values (0, 0, 1), (0, 1, 2), (2, 0, 3)) as m (days, claim, chunk);
                """);

        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(queued)");

        assertThat(race.stage().ask("""
                        select string_agg(concat_ws(' ', organization_id, job_id, claim, chunk, length(bytes)), ', '
                                          order by chunk)
                        from body
                        where bucket = body_bucket()
                        """)).isEqualTo("org_m %1$s 0 0 2, org_m %1$s 0 1 0".formatted(Stage.JOB));
    }

    private static void retryFindsRequest(Race race) {
        race.set(Scene.FAILED);
        race.stage().change("""
                call ensure_body_bucket(body_bucket() - 1);
                update job set request_bucket = body_bucket() - 1;
                insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
                select b.bucket - 1, b.organization_id, b.job_id, b.claim, b.chunk, b.bytes
                from body b;
                """);

        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(queued)");
    }

    private static void stopOfRun(Race race) {
        race.set(Scene.CANCELLED);
        race.stage().update(Stage.RUN, "claim = 2");

        assertThat(race.say(Verb.CONFIRM)).isEqualTo("nothing");
        Optional<Duration> noted = race.now(
                store -> store.get(ConfirmStop.class).confirm(new RunRef(Stage.ORGANIZATION, Stage.JOB, 2), 0));
        assertThat(noted).isPresent();
    }

    private static void stopOfGeneration(Race race) {
        race.set(Scene.CANCELLED);
        race.stage().update(Stage.RUN, "generation = 1");

        assertThat(race.say(Verb.CONFIRM)).isEqualTo("nothing");
    }

    private static void othersRun(Race race) {
        race.set(Scene.RUNNING);
        race.stage().update(Stage.RUN, "owner = 'another'");

        assertThat(race.say(Verb.HAND_BACK)).isEqualTo("not held");
        assertThat(race.stage().row()).isEqualTo("in_progress #1 +2");
    }

    private static void laterRun(Race race) {
        race.set(Scene.RUNNING);
        race.stage().update(Stage.RUN, "claim = 2");

        assertThat(race.say(Verb.HAND_BACK)).isEqualTo("not held");
        assertThat(race.stage().row()).isEqualTo("in_progress #2 +2");
    }

    private static void handBackValidation(Race race) {
        race.set(Scene.RESOLVING);

        assertThat(race.say(Verb.HAND_BACK)).isEqualTo("handed back #1");
        assertThat(race.stage().row()).isEqualTo("validating #1 +3");
        assertThat(race.stage().column("attempt_count")).isEqualTo("1");
    }

    private static void laterWait(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(Stage.RUN, "claim = 2");

        assertThat(race.say(Verb.HAND_BACK)).isEqualTo("not held");
    }

    private static void othersAreNoStrays(Race race) {
        race.set(Scene.RUNNING);
        race.stage().update(Stage.RUN, "owner = 'another'");

        assertThat(race.say(Verb.STRAYS)).isEqualTo("none");
        assertThat(race.stage().row()).isEqualTo("in_progress #1 +2");
    }

    private static void olderClaimIsStray(Race race) {
        race.set(Scene.RUNNING);
        race.stage().update(NEIGHBOUR, "claim = 2");

        Set<RunRef> strays =
                race.now(store -> store.get(HandBack.class).strays(MaintenanceScenarios.sorted(), Stage.OWNER));

        assertThat(strays).containsExactly(new RunRef(NEIGHBOUR.organization(), NEIGHBOUR.job(), 2));
    }

    private static void strayValidation(Race race) {
        race.set(Scene.RESOLVING);

        assertThat(race.say(Verb.STRAYS)).isEqualTo("handed back #1");
        assertThat(race.stage().row()).isEqualTo("validating #1 +3");
        assertThat(race.stage().column("attempt_count")).isEqualTo("1");
    }

    private static void beatOfOwner(Race race) {
        race.set(Scene.LAPSED);
        race.stage().update(Stage.RUN, "owner = 'another'");

        assertThat(race.say(Verb.HEARTBEAT)).isEqualTo("lost");
        assertThat(race.stage().row()).isEqualTo("in_progress #1 +2 lapsed");
    }
}
