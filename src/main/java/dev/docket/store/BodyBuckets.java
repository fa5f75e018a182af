package dev.docket.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Sees to it that the bucket of a day is there before bodies are written into it. */
@Singleton
public class BodyBuckets {
    private static final String NO_PARTITION_FOR_ROW = "23514";

    private static final String ENSURE = """
            call ensure_body_bucket(body_bucket() + %d)
            """;

    /** The oldest bucket that a job's request may be in; answers are never in an older one than their request. */
    private static final String OLDEST_NAMED = """
            -- Yesterday's is never dropped: a create that began before midnight may still be writing into it.
            select least(coalesce(min(f.request_bucket), body_bucket()), body_bucket() - 1)
            from job_facts f
            """;

    private static final String OLDER = """
            select c.relname
            from pg_inherits i
            join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'body'::regclass
              and substring(c.relname from 'body_([0-9]+)')::int < $1
            order by c.relname
            """;

    /** A dropped bucket must never make writers wait for a slow reader of it. */
    private static final String DO_NOT_WAIT_LONG = """
            set local lock_timeout = '500ms'
            """;

    private static final Logger LOG = Logger.getLogger(BodyBuckets.class);

    private final Pool pool;
    private final MaintenanceBatch maintenance;

    BodyBuckets(@Reserved Pool pool, MaintenanceBatch maintenance) {
        this.pool = pool;
        this.maintenance = maintenance;
    }

    /** Makes the buckets of today and of the next two days. */
    public Uni<Void> ensure() {
        return ensure(0).chain(() -> ensure(1)).chain(() -> ensure(2));
    }

    /** The bucket of today, by the database's clock. */
    Uni<Integer> today() {
        return pool.query("select body_bucket()")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Drops the buckets that no job names any more and answers with how many there were. */
    public Uni<Integer> dropUnnamed() {
        return pool.query(OLDEST_NAMED)
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0))
                .chain(this::olderThan)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::drop)
                .collect()
                .with(Collectors.summingInt(dropped -> dropped));
    }

    private Uni<List<String>> olderThan(int oldestNamed) {
        return pool.preparedQuery(OLDER).execute(Tuple.of(oldestNamed)).map(rows -> {
            List<String> names = new ArrayList<>();
            rows.forEach(row -> names.add(row.getString(0)));
            return names;
        });
    }

    /** One that cannot be dropped now is left to the next time; the others go on. */
    private Uni<Integer> drop(String bucket) {
        return maintenance
                .run("buckets", 0, connection -> drop(connection, bucket))
                .onFailure()
                .invoke(failure -> LOG.infof("The bucket %s is not dropped this time: %s", bucket, failure.toString()))
                .onFailure()
                .recoverWithItem(0);
    }

    /**
     * Looks again once nobody can write into the bucket any more. The name comes from the catalogue and is {@code
     * body_} and a number: the statement above lets no other pass.
     */
    private static Uni<Integer> drop(SqlConnection connection, String bucket) {
        int day = Integer.parseInt(bucket.substring(bucket.indexOf('_') + 1));
        return connection
                .query(DO_NOT_WAIT_LONG)
                .execute()
                .chain(() -> connection
                        .query("lock table " + bucket + " in access exclusive mode")
                        .execute())
                .chain(() -> connection.query(OLDEST_NAMED).execute())
                .map(rows -> rows.iterator().next().getInteger(0))
                .chain(oldest -> day < oldest
                        ? connection.query("drop table " + bucket).execute().replaceWith(1)
                        : Uni.createFrom().item(0));
    }

    /**
     * Runs a statement that writes bodies; if it finds its day without a bucket, makes the bucket and runs it again.
     */
    <T> Uni<T> writing(Supplier<Uni<T>> statement) {
        return Uni.createFrom()
                .<T>deferred(statement::get)
                .onFailure(BodyBuckets::isWithoutBucket)
                .recoverWithUni(() -> ensure().<T>chain(() -> statement.get()));
    }

    private Uni<Void> ensure(int daysAhead) {
        return pool.query(ENSURE.formatted(daysAhead)).execute().replaceWithVoid();
    }

    private static boolean isWithoutBucket(Throwable failure) {
        return failure instanceof PgException answer
                && NO_PARTITION_FOR_ROW.equals(answer.getSqlState())
                && answer.getErrorMessage() != null
                && answer.getErrorMessage().contains("body");
    }
}
