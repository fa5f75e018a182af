package dev.docket.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Lets one verb meet another at an exact point: the first one's statement is done and its transaction open, the second
 * one is seen to wait for it or to answer at once; then the first one commits or rolls back.
 */
public final class Race implements AutoCloseable {
    private static final String WAITS = "waits";
    private static final int MOST = 3;
    private static final long LONGEST_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx();
    private final Stage stage = new Stage();
    private final Session holder = session();
    private final Store holding = new Store(holder);
    private final List<Session> comers =
            Stream.generate(this::session).limit(MOST).toList();
    private final List<Store> coming = comers.stream().map(Store::new).toList();

    private Tap tap;

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

    public Race() {
        tap(statement -> statement, failure -> {});
    }

    public Stage stage() {
        return stage;
    }

    /** Passes every statement through here, and tells of all that the server refuses. */
    public void tap(UnaryOperator<String> statements, Consumer<Throwable> refusals) {
        tap = new Tap(statements, refusals);
        holder.listen(tap);
        comers.forEach(comer -> comer.listen(tap));
    }

    /** A connection as the command line has one; its statements pass through here as well. */
    public Connection command() {
        try {
            Connection connection = stage.address().connect();
            return (Connection) Proxy.newProxyInstance(
                    Race.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            arguments[0] = tap.sending((String) arguments[0]);
                        }
                        return Session.passedOn(connection, method, arguments);
                    });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many statements were sent since the scene was set. */
    public int sent() {
        return tap.sent;
    }

    /** Sets the scene. */
    public void set(Scene scene) {
        stage.set(scene);
        tap.reset();
    }

    /** Sets the same scene for all five jobs. */
    public void setAll(Scene scene) {
        stage.setAll(scene);
        tap.reset();
    }

    /** Forgets what was sent and answered so far. */
    public void countAnew() {
        tap.reset();
    }

    /** The most rows that an answer had since the scene was set. */
    public int mostRows() {
        return tap.mostRows;
    }

    /** What the server refused since the scene was set. */
    public List<Throwable> refused() {
        return tap.refused;
    }

    /** Lets those that come have this setting of the planner, on or off, while something is done. */
    public void planned(String setting, boolean on, Runnable deed) {
        sessions("set " + setting + " = " + on);
        try {
            deed.run();
        } finally {
            sessions("reset " + setting);
        }
    }

    /** Lets rows be found as they lie in the table. */
    public void unordered(Runnable deed) {
        planned("enable_indexscan", false, deed);
    }

    private void sessions(String setting) {
        coming.forEach(
                store -> join(store.get(Pool.class).query(setting).execute().subscribeAsCompletionStage()));
    }

    /** Lets one act that has the stage to itself. */
    public <T> T now(Function<Store, Uni<T>> deed) {
        return join(start(0, deed));
    }

    /** What a verb answers that has the stage to itself. */
    public String say(Verb verb) {
        return now(store -> verb.run(store, "second"));
    }

    /** How many a statement says it changed. */
    public int count(Function<Store, Uni<Integer>> deed) {
        return now(deed);
    }

    /** Begins a deed on one of the connections; it may have to wait. */
    public <T> CompletableFuture<T> start(int comer, Function<Store, Uni<T>> deed) {
        return deed.apply(coming.get(comer)).subscribeAsCompletionStage();
    }

    /** Does something in a transaction that stays open until {@link #letGo}. */
    public <T> T hold(Function<Store, Uni<T>> deed) {
        holder.begin();
        return join(deed.apply(holding).subscribeAsCompletionStage());
    }

    public void letGo() {
        holder.commit();
    }

    public Alone alone(Verb verb, Scene scene) {
        set(scene);
        String untouched = stage.others();
        Alone alone = new Alone(now(store -> verb.run(store, "second")), stage.row());
        assertUnharmed(untouched);
        return alone;
    }

    /** The first one holds its transaction open; the others come one after the other; then it ends. */
    public Met met(Verb first, List<Verb> others, Scene scene, boolean commits) {
        set(scene);
        String untouched = stage.others();
        List<CompletableFuture<String>> calls = new ArrayList<>();
        try {
            hold(store -> first.run(store, "first"));
            for (Verb other : others) {
                int place = calls.size();
                calls.add(start(place, store -> other.run(store, "second")));
                awaitAnswerOrWait(place, calls.get(place));
            }
            List<String> meanwhile = calls.stream()
                    .map(call -> call.isDone() ? join(call) : WAITS)
                    .toList();
            end(commits);
            Met met = new Met(ends(others, calls, meanwhile), stage.row());
            assertUnharmed(untouched);
            return met;
        } finally {
            clear(calls);
        }
    }

    /** Those that waited answer first; then the others are asked again. */
    private List<Comer> ends(List<Verb> verbs, List<CompletableFuture<String>> calls, List<String> meanwhile) {
        IntStream.range(0, calls.size())
                .filter(place -> meanwhile.get(place).equals(WAITS))
                .forEach(place -> join(calls.get(place)));
        return IntStream.range(0, calls.size())
                .mapToObj(place -> new Comer(
                        meanwhile.get(place),
                        meanwhile.get(place).equals(WAITS)
                                ? join(calls.get(place))
                                : now(store -> verbs.get(place).run(store, "second"))))
                .toList();
    }

    private void end(boolean commits) {
        if (commits) {
            holder.commit();
        } else {
            holder.rollback();
        }
    }

    /** Whatever has happened, nobody holds or waits for anything afterwards. */
    public void clear(List<? extends CompletableFuture<?>> calls) {
        if (holder.isOpen()) {
            holder.rollback();
        }
        calls.forEach(call -> join(call.handle((answer, failure) -> "")));
    }

    /** Comes back when the call has its answer or is seen to wait for another one. */
    public void awaitAnswerOrWait(int comer, CompletableFuture<?> call) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(LONGEST_SECONDS))
                .until(() -> call.isDone() || stage.isBlocked(comers.get(comer)));
    }

    private void assertUnharmed(String untouched) {
        assertThat(stage.others()).as("the other jobs").isEqualTo(untouched);
        assertThat(stage.broken()).as("jobs of which a part is missing").isNull();
        assertThat(tap.mostRows).as("rows in an answer about one job").isLessThan(2);
    }

    public static <T> T join(CompletableFuture<T> call) {
        return call.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Rows are found as in a large table, and a deadlock is seen at once. */
    private Session session() {
        return Session.open(
                vertx,
                stage.address(),
                Map.of(
                        "enable_seqscan", "off",
                        "enable_hashjoin", "off",
                        "enable_mergejoin", "off",
                        "deadlock_timeout", "20ms",
                        "statement_timeout", "10s"));
    }

    private static final class Tap implements Session.Wire {
        private final UnaryOperator<String> statements;
        private final Consumer<Throwable> refusals;
        private final List<Throwable> refused = new CopyOnWriteArrayList<>();
        private volatile int sent;
        private volatile int mostRows;

        Tap(UnaryOperator<String> statements, Consumer<Throwable> refusals) {
            this.statements = statements;
            this.refusals = refusals;
        }

        void reset() {
            refused.clear();
            sent = 0;
            mostRows = 0;
        }

        @Override
        public String sending(String statement) {
            sent++;
            return statements.apply(statement);
        }

        @Override
        public void answered(int rows) {
            mostRows = Math.max(mostRows, rows);
        }

        @Override
        public void refused(Throwable failure) {
            refused.add(failure);
            refusals.accept(failure);
        }
    }

    @Override
    public void close() {
        holder.close();
        comers.forEach(Session::close);
        stage.close();
        Session.now(vertx.close());
    }
}
