package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.race.Store;
import dev.docket.store.HandBack;
import dev.docket.store.Heartbeat;
import dev.docket.store.RunRef;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settlement;
import dev.docket.store.Verdict;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Two batches over the same runs, one naming them in the other's opposite order. The first row is held until both wait,
 * so that each has locked all it would lock before it; then it is let go, and they deadlock unless all lock in one
 * order.
 */
final class LockOrderScenarios {
    /** The same organization; the index on running jobs has them in the opposite order, by their endpoints. */
    private static final List<RunRef> RUNS = List.of(Stage.BYSTANDERS.get(2), Stage.RUN);

    private static final List<RunRef> REVERSED = List.of(Stage.RUN, Stage.BYSTANDERS.get(2));

    private static final List<RunRef> OTHERS = MaintenanceScenarios.sorted().stream()
            .filter(run -> !RUNS.contains(run))
            .toList();

    private LockOrderScenarios() {}

    private interface Batch {
        Uni<?> on(Store store, List<RunRef> runs);
    }

    private static final Batch BEAT =
            (store, runs) -> store.get(Heartbeat.class).beat(runs, Stage.OWNER, Duration.ofMinutes(1));
    private static final Batch SETTLE = (store, runs) -> store.get(SettleRuns.class)
            .together(runs.stream()
                    .map(run -> new Settlement(
                            run, new Verdict.Fail(new JobError(ErrorCode.DOCUMENT_DAMAGED, "It is broken."))))
                    .toList());
    private static final Batch HAND_BACK =
            (store, runs) -> store.get(HandBack.class).runs(runs, Stage.OWNER);
    private static final Batch STRAYS =
            (store, runs) -> store.get(HandBack.class).strays(OTHERS, Stage.OWNER);

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.addAll(pair("a beat and a settlement", BEAT, SETTLE));
        all.addAll(pair("a beat and a return to the queue", BEAT, HAND_BACK));
        all.addAll(pair("a settlement and a beat", SETTLE, BEAT));
        all.addAll(pair("a beat and a search for strays", BEAT, STRAYS));
        return all;
    }

    /** Rows are found one by one as they are named, by an index, or as they lie in the table. */
    private static List<Scenario> pair(String name, Batch first, Batch second) {
        return List.of(
                new Scenario(name + " do not deadlock", race -> opposite(race, first, second)),
                new Scenario(
                        name + " do not deadlock by way of an index",
                        race -> race.planned("enable_bitmapscan", false, () -> opposite(race, first, second))),
                new Scenario(
                        name + " do not deadlock when the table is read through",
                        race -> race.planned(
                                "enable_nestloop",
                                false,
                                () -> race.planned(
                                        "enable_hashjoin",
                                        true,
                                        () -> race.unordered(() -> opposite(race, first, second))))));
    }

    private static void opposite(Race race, Batch first, Batch second) {
        for (List<RunRef> lying : List.of(RUNS, REVERSED)) {
            race.setAll(Scene.RUNNING);
            lying.forEach(race.stage()::lieLast);
            meet(race, first, second);
        }
    }

    private static void meet(Race race, Batch first, Batch second) {
        List<CompletableFuture<?>> calls = new ArrayList<>();
        try {
            race.hold(store -> BEAT.on(store, RUNS.subList(0, 1)));
            calls.add(race.start(0, store -> first.on(store, RUNS)));
            race.awaitAnswerOrWait(0, calls.get(0));
            calls.add(race.start(1, store -> second.on(store, REVERSED)));
            race.awaitAnswerOrWait(1, calls.get(1));
            race.letGo();
            calls.forEach(Race::join);
            assertThat(race.refused()).isEmpty();
        } finally {
            race.clear(calls);
        }
    }
}
