package dev.docket.store;

import dev.docket.store.JudgeReplica.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.DatabaseException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The standby that reads may be answered by, how it has been of late, and how often it was of use. */
public final class Replica {
    private static final Logger LOG = Logger.getLogger(Replica.class);

    /** More than a page takes that is read from a cold disk. */
    static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    /** The server ended a statement that was in the way of what it replays; it is well otherwise. */
    private static final String CONFLICT = "40";

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Pool pool;
    private final Duration patience;
    private final ReplicaTrust trust = new ReplicaTrust();
    private final Map<ReadSource, LongAdder> reads = new EnumMap<>(ReadSource.class);

    private Replica(Pool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
        for (ReadSource source : ReadSource.values()) {
            reads.put(source, new LongAdder());
        }
    }

    public static Replica behind(Pool pool, Duration patience) {
        return new Replica(pool, patience);
    }

    /** All is read from the primary. */
    public static Replica none() {
        return new Replica(null, Duration.ZERO);
    }

    public boolean isConfigured() {
        return pool != null;
    }

    /** Whether it answered when it was last asked. */
    public boolean isInUse() {
        return isConfigured() && !trust.isLost();
    }

    public long reads(ReadSource source) {
        return reads.get(source).sum();
    }

    void count(ReadSource source) {
        if (isConfigured()) {
            reads.get(source).increment();
        }
    }

    Duration patience() {
        return patience;
    }

    boolean admits() {
        return isConfigured() && trust.admits(System.nanoTime());
    }

    void giveBack() {
        trust.giveBack();
    }

    void regained() {
        if (trust.regained()) {
            LOG.info("The read replica is asked again.");
        }
    }

    /** It did not show enough in time. One that is behind time and again is not complained of each time. */
    void lagged(Standing standing) {
        lost(standing.words(), QUIET);
    }

    private void lost(String how, Duration quiet) {
        if (trust.lost(System.nanoTime(), quiet)) {
            LOG.warnf("The read replica %s: reads go to the primary.", how);
        }
    }

    void failed(Throwable failure) {
        if (failure instanceof DatabaseException refused
                && String.valueOf(refused.getSqlState()).startsWith(CONFLICT)) {
            regained();
        } else {
            lost("does not answer (" + failure + ")", Duration.ZERO);
        }
    }

    /** Lends a connection. */
    <T> Uni<T> on(Function<SqlConnection, Uni<T>> deed) {
        return pool.withConnection(deed);
    }

    /** Bounds of time end on a thread of the scheduler. */
    static <T> Uni<T> onContext(Context context, Uni<T> answer) {
        return context == null ? answer : answer.emitOn(step -> context.runOnContext(ignored -> step.run()));
    }

    /** Opens the pool, which else would belong to the first call. */
    void open() {
        if (isConfigured()) {
            pool.size();
        }
    }

    void close(Duration patience) {
        if (isConfigured()) {
            pool.close().await().atMost(patience);
        }
    }
}
