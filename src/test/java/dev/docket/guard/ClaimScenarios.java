package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.race.Store;
import dev.docket.store.ClaimJobs;
import dev.docket.store.Claimed;
import dev.docket.store.ClaimedJob;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import dev.docket.store.RunRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** What a claim takes of its lane, and what it leaves. */
final class ClaimScenarios {
    private static final Lane LANE = new Lane(Stage.ORGANIZATION, Stage.ENDPOINT);
    private static final String IN_THE_LANE = "endpoint = '" + Stage.ENDPOINT + "'";
    private static final String RUNNING = "status = 'in_progress', started_at = now(), ready_pos = null,"
            + " owner = 'another', lease_until = now() + interval '1 hour'";
    private static final RunRef TWIN = Stage.BYSTANDERS.get(0);
    private static final RunRef NEIGHBOUR = Stage.BYSTANDERS.get(2);

    private ClaimScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("a claim takes the first of its lane", ClaimScenarios::first),
                new Scenario("a claim takes no more than it has room for", ClaimScenarios::slots),
                new Scenario("a claim does not look before its watermark", ClaimScenarios::watermark),
                new Scenario("running jobs of the lane count for its cap", ClaimScenarios::laneIsFull),
                new Scenario("what does not run in the lane does not count for its cap", ClaimScenarios::laneHasRoom),
                new Scenario("running jobs of the organization count for its cap", ClaimScenarios::organizationIsFull),
                new Scenario("others do not count for an organization's cap", ClaimScenarios::organizationHasRoom),
                new Scenario("two claims do not count under a cap at once", ClaimScenarios::capsAreCountedByOne),
                new Scenario("to resolve a request is no attempt", ClaimScenarios::resolvingIsNoAttempt),
                new Scenario("a claim brings the small request of its job", ClaimScenarios::bringsSmallRequest),
                new Scenario("a claim leaves other requests to be read", ClaimScenarios::leavesOtherRequests));
    }

    /** However the rows lie in the table. */
    private static void first(Race race) {
        for (int position : new int[] {-1, 1_000_000_000}) {
            race.set(Scene.QUEUED);
            race.stage().update(NEIGHBOUR, IN_THE_LANE + ", ready_pos = " + position);

            race.unordered(() ->
                    assertThat(claim(race, -10, 1, 0, 0)).containsExactly(next(position < 0 ? NEIGHBOUR : Stage.RUN)));
        }
    }

    private static void slots(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(NEIGHBOUR, IN_THE_LANE);

        assertThat(claim(race, 0, 1, 0, 0)).hasSize(1);
    }

    private static void watermark(Race race) {
        race.set(Scene.QUEUED);
        long position = Long.parseLong(race.stage().column("ready_pos"));

        assertThat(claim(race, position + 1, 10, 0, 0)).isEmpty();
        assertThat(claim(race, position, 10, 0, 0)).hasSize(1);
    }

    private static void laneIsFull(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(NEIGHBOUR, IN_THE_LANE + ", " + RUNNING);

        assertThat(claim(race, 0, 10, 1, 0)).isEmpty();
        assertThat(claim(race, 0, 10, 2, 0)).hasSize(1);
    }

    private static void laneHasRoom(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(TWIN, RUNNING);
        race.stage().update(NEIGHBOUR, RUNNING);

        assertThat(claim(race, 0, 10, 1, 0)).containsExactly(next(Stage.RUN));
    }

    private static void organizationIsFull(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(NEIGHBOUR, RUNNING);

        assertThat(claim(race, 0, 10, 0, 1)).isEmpty();
        assertThat(claim(race, 0, 10, 0, 2)).hasSize(1);
    }

    private static void organizationHasRoom(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(TWIN, RUNNING);

        assertThat(claim(race, 0, 10, 0, 1)).containsExactly(next(Stage.RUN));
    }

    private static void capsAreCountedByOne(Race race) {
        race.set(Scene.QUEUED);
        race.stage().update(NEIGHBOUR, IN_THE_LANE);
        try {
            race.hold(store -> claiming(store, new LaneClaim(LANE, 0, 1, 2, 0)));

            Claimed claimed = race.now(store -> claiming(store, new LaneClaim(LANE, 0, 1, 2, 0)));

            assertThat(claimed.jobs()).isEmpty();
            assertThat(claimed.looked()).isEmpty();
        } finally {
            race.clear(List.of());
        }
    }

    private static void resolvingIsNoAttempt(Race race) {
        race.set(Scene.VALIDATING);

        assertThat(claim(race, 0, 10, 0, 0)).hasSize(1);

        assertThat(race.stage().column("attempt_count")).isEqualTo("1");
        assertThat(race.stage().column("coalesce(last_attempt_at, started_at)")).isNull();
    }

    private static void bringsSmallRequest(Race race) {
        race.set(Scene.QUEUED);
        ReadScenarios.otherBodies(race);

        assertThat(claimed(race).body().toBytes()).asString().isEqualTo("{}");
    }

    private static void leavesOtherRequests(Race race) {
        race.set(Scene.VALIDATING);
        assertThat(claimed(race).body()).isNull();

        race.set(Scene.QUEUED);
        race.stage().update(Stage.RUN, "request_bytes = 4097");
        assertThat(claimed(race).body()).isNull();

        race.set(Scene.QUEUED);
        race.stage().update(Stage.RUN, "resolved_bucket = request_bucket, resolved_bytes = 2, resolved_claim = 1");
        assertThat(claimed(race).body()).isNull();
    }

    private static ClaimedJob claimed(Race race) {
        LaneClaim claim = new LaneClaim(LANE, 0, 1, 0, 0);
        return race.now(store -> claiming(store, claim)).jobs().get(0);
    }

    private static RunRef next(RunRef run) {
        return new RunRef(run.organization(), run.job(), run.claim() + 1);
    }

    private static List<RunRef> claim(Race race, long from, int slots, int laneCap, int organizationCap) {
        LaneClaim claim = new LaneClaim(LANE, from, slots, laneCap, organizationCap);
        return race.now(store -> claiming(store, claim)).jobs().stream()
                .map(job -> job.run())
                .toList();
    }

    private static Uni<Claimed> claiming(Store store, LaneClaim claim) {
        return store.get(ClaimJobs.class).claim(List.of(claim), Stage.OWNER, Duration.ofMinutes(1));
    }
}
