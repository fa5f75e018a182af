package dev.docket.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Lets one verb meet another at an exact point: the first one's statement is done and its transaction open, the second
 * one is seen to wait for it or to answer at once; then the first one commits or rolls back.
 */
public final class Race implements AutoCloseable {
    private static final String WAITS = "waits";
    private static final int MOST = 3;
    private static final long LONGEST_SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final Stage stage = new Stage();
    private final Session holder = Session.open(vertx, stage.address());
    private final Store holding = new Store(holder);
    private final List<Session> comers = Stream.generate(() -> Session.open(vertx, stage.address()))
            .limit(MOST)
            .toList();
    private final List<Store> coming = comers.stream().map(Store::new).toList();

    /** What a lone verb does: its answer, and the row it leaves. */
    public record Alone(String answer, String row) {}

    /**
     * How one fares who comes while the first one's transaction is open.
     *
     * @param meanwhile {@code waits}, or what is answered at once
     * @param answer what is answered after the end of that transaction; asked again if it did not wait
     */
    public record Comer(String meanwhile, String answer) {}

    /** How they all fared, in the order in which they came, and the row that they leave. */
    public record Met(List<Comer> comers, String row) {}

    public Stage stage() {
        return stage;
    }

    public void rewrite(UnaryOperator<String> text) {
        holder.rewrite(text);
        comers.forEach(comer -> comer.rewrite(text));
    }

    public Alone alone(Verb verb, Scene scene) {
        stage.set(scene);
        String untouched = stage.others();
        Alone alone = new Alone(join(start(verb, coming.get(0), "second")), stage.row());
        assertUnharmed(untouched);
        return alone;
    }

    /** The first one holds its transaction open; the others come one after the other; then it ends. */
    public Met met(Verb first, List<Verb> others, Scene scene, boolean commits) {
        stage.set(scene);
        String untouched = stage.others();
        List<CompletableFuture<String>> calls = new ArrayList<>();
        holder.begin();
        try {
            join(start(first, holding, "first"));
            for (Verb other : others) {
                calls.add(start(other, coming.get(calls.size()), "second"));
                awaitAnswerOrWait(calls.get(calls.size() - 1), comers.get(calls.size() - 1));
            }
            List<String> meanwhile = calls.stream()
                    .map(call -> call.isDone() ? join(call) : WAITS)
                    .toList();
            end(commits);
            Met met = new Met(ends(others, calls, meanwhile), stage.row());
            assertUnharmed(untouched);
            return met;
        } finally {
            if (holder.isOpen()) {
                holder.rollback();
            }
            calls.forEach(call -> call.exceptionally(failure -> "").join());
        }
    }

    private List<Comer> ends(List<Verb> verbs, List<CompletableFuture<String>> calls, List<String> meanwhile) {
        List<Comer> fared = new ArrayList<>();
        calls.stream()
                .filter(call -> meanwhile.get(calls.indexOf(call)).equals(WAITS))
                .forEach(Race::join);
        for (int i = 0; i < calls.size(); i++) {
            boolean waited = meanwhile.get(i).equals(WAITS);
            String answer = waited ? join(calls.get(i)) : join(start(verbs.get(i), coming.get(i), "second"));
            fared.add(new Comer(meanwhile.get(i), answer));
        }
        return fared;
    }

    private void end(boolean commits) {
        if (commits) {
            holder.commit();
        } else {
            holder.rollback();
        }
    }

    private static CompletableFuture<String> start(Verb verb, Store store, String caller) {
        return verb.run(store, caller).subscribeAsCompletionStage();
    }

    private void awaitAnswerOrWait(CompletableFuture<String> call, Session session) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(LONGEST_SECONDS))
                .until(() -> call.isDone() || stage.isBlocked(session));
    }

    private void assertUnharmed(String untouched) {
        assertThat(stage.others()).as("the other jobs").isEqualTo(untouched);
        assertThat(stage.broken()).as("jobs of which a part is missing").isNull();
    }

    static String join(CompletableFuture<String> call) {
        return call.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        holder.close();
        comers.forEach(Session::close);
        stage.close();
        Session.now(vertx.close());
    }
}
