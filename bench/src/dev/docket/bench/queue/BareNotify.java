package dev.docket.bench.queue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The least that a pickup can be made of: a row is inserted with a notification, whoever listens claims it. One process,
 * three connections, no service; what Docket's pickup is set beside.
 */
final class BareNotify implements AutoCloseable {
    private static final String INSERT =
            "with born as (insert into job (body) values (jsonb_build_object('n', $1::int)) returning id)"
                    + " select pg_notify('bare', '') from born";
    private static final String CLAIM = """
            update job
            set state = 1, tries = tries + 1, lease = now() + interval '30 seconds'
            where id = (select id from job
                        where state = 0 and due <= now()
                        order by rank, due, id
                        limit 1
                        for update skip locked)
            returning (body ->> 'n')::int as n""";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final PgConnection inserts;
    private final PgConnection claims;
    private final Map<Integer, CompletableFuture<Long>> begun = new ConcurrentHashMap<>();
    private int count;

    private BareNotify(Database database) throws Exception {
        PgConnectOptions options = database.reactive().setCachePreparedStatements(true);
        inserts = await(PgConnection.connect(vertx, options));
        claims = await(PgConnection.connect(vertx, options));
        PgConnection listener = await(PgConnection.connect(vertx, options));
        listener.notificationHandler(notification -> claim());
        await(listener.query("listen bare").execute());
    }

    static BareNotify on(Database database) throws Exception {
        database.run(Limit.TABLE);
        return new BareNotify(database);
    }

    /** From before the insert until its row is claimed, in nanoseconds. */
    CompletableFuture<Long> insert() {
        int number = ++count;
        CompletableFuture<Long> claimed = new CompletableFuture<>();
        begun.put(number, claimed);
        long sent = System.nanoTime();
        inserts.preparedQuery(INSERT).execute(Tuple.of(number)).onFailure(claimed::completeExceptionally);
        return claimed.thenApply(at -> at - sent);
    }

    private void claim() {
        claims.preparedQuery(CLAIM).execute().onSuccess(rows -> {
            long now = System.nanoTime();
            for (Row row : rows) {
                begun.remove(row.getInteger("n")).complete(now);
            }
        });
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        await(vertx.close());
    }
}
