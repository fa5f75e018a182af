package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.race.Verb;
import dev.docket.store.CancelJobs;
import dev.docket.store.CancelJobs.Tried;
import dev.docket.store.CancelRequest;
import dev.docket.store.RunRef;
import java.util.List;

/** Cancels of several calls in one statement: each of its own job, and none that a cancel alone would refuse. */
final class TogetherScenarios {
    private static final RunRef NEIGHBOUR = Stage.BYSTANDERS.get(2);

    private TogetherScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("cancels together are each of their own job", TogetherScenarios::ownJobs),
                new Scenario("a cancel together leaves what has ended", TogetherScenarios::ended),
                new Scenario("a cancel together leaves what is past its time", TogetherScenarios::late),
                new Scenario(
                        "a cancel together that comes again after a retry cancels nothing", TogetherScenarios::again),
                new Scenario("a cancel together keeps to queued jobs", TogetherScenarios::onlyQueued),
                new Scenario("a cancel together passes over what another has in hand", TogetherScenarios::inHand),
                new Scenario("a cancel together brings the small request of its job", TogetherScenarios::request),
                new Scenario("a cancel together says what it was asked with", TogetherScenarios::asked));
    }

    private static void ownJobs(Race race) {
        race.set(Scene.QUEUED);

        List<Tried> tried = race.now(store -> store.get(CancelJobs.class)
                .cancel(List.of(call(Stage.RUN, "one", false), call(NEIGHBOUR, "other", false))));

        assertThat(tried).extracting(one -> one.won().job().id()).containsExactly(Stage.JOB, NEIGHBOUR.job());
        assertThat(race.stage().ask("select count(*) from job where status = 'cancelled'"))
                .isEqualTo("2");
        assertThat(race.stage().column("cancel_token")).isEqualTo("one");
        assertThat(race.mostRows()).isEqualTo(2);
    }

    private static void ended(Race race) {
        for (Scene scene : List.of(Scene.COMPLETED, Scene.FAILED, Scene.CANCELLED)) {
            race.set(scene);
            String before = race.stage().row();

            Tried tried = tried(race, "token", false);

            assertThat(tried.won()).isNull();
            assertThat(tried.seenLive()).isFalse();
            assertThat(race.stage().row()).isEqualTo(before);
        }
    }

    private static void late(Race race) {
        race.set(Scene.LATE_QUEUED);

        Tried tried = tried(race, "token", false);

        assertThat(tried.won()).isNull();
        assertThat(tried.seenLive()).isFalse();
        assertThat(race.stage().column("status")).isEqualTo("queued");
    }

    private static void again(Race race) {
        race.set(Scene.QUEUED);

        assertThat(tried(race, "token", false).won()).isNotNull();
        assertThat(race.say(Verb.RETRY)).isEqualTo("Accepted(queued)");
        Tried again = tried(race, "token", false);

        assertThat(again.won()).isNull();
        assertThat(again.seenLive()).isTrue();
        assertThat(race.stage().column("status")).isEqualTo("queued");
    }

    private static void onlyQueued(Race race) {
        race.set(Scene.RUNNING);
        assertThat(tried(race, "token", true).won()).isNull();
        assertThat(tried(race, "token", false).won().run()).isEqualTo(Stage.RUN);

        race.set(Scene.QUEUED);
        assertThat(tried(race, "token", true).won().run()).isNull();
    }

    private static void inHand(Race race) {
        race.set(Scene.QUEUED);
        try {
            race.hold(store -> store.get(CancelJobs.class).cancel(List.of(call(Stage.RUN, "first", false))));

            List<Tried> tried = race.now(store -> store.get(CancelJobs.class)
                    .cancel(List.of(call(Stage.RUN, "token", false), call(NEIGHBOUR, "token", false))));

            assertThat(tried.get(0)).isEqualTo(new Tried(null, true));
            assertThat(tried.get(1).won()).isNotNull();
        } finally {
            race.clear(List.of());
        }
    }

    private static void request(Race race) {
        race.set(Scene.QUEUED);
        ReadScenarios.otherBodies(race);
        assertThat(tried(race, "token", false).won().request().toBytes())
                .asString()
                .isEqualTo("{}");

        race.set(Scene.QUEUED);
        race.stage().update(Stage.RUN, "request_bytes = 4097");
        assertThat(tried(race, "token", false).won().request()).isNull();
    }

    private static void asked(Race race) {
        race.set(Scene.QUEUED);
        Tried won = tried(race, "token", false);

        assertThat(won.won().job().cancellation().reason()).isEqualTo("reason of token");
        assertThat(won.won().job().cancellation().bulkCancel()).isNull();
        assertThat(tried(race, "another", false).won()).isNull();
        assertThat(race.stage().column("cancel_token")).isEqualTo("token");
    }

    private static Tried tried(Race race, String token, boolean onlyIfQueued) {
        return race.now(store -> store.get(CancelJobs.class).cancel(List.of(call(Stage.RUN, token, onlyIfQueued))))
                .get(0);
    }

    private static CancelRequest call(RunRef run, String token, boolean onlyIfQueued) {
        return new CancelRequest(run.organization(), run.job(), token, "reason of " + token, onlyIfQueued);
    }
}
