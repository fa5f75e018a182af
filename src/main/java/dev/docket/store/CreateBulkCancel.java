package dev.docket.store;

import dev.docket.job.BulkCancel;
import dev.docket.job.BulkCancelId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.Optional;

/** Stores a bulk cancel before anything of it is done. */
@Singleton
public class CreateBulkCancel {
    private static final String CREATE = """
            with moment as materialized (
                select clock_timestamp() as at
            ),
            running as materialized (
                -- Counted no further than it matters.
                select count(*) as number
                from (select from bulk_cancel r
                      where r.organization_id = $1
                        and r.completed_at is null
                      limit $10) as counted
            )
            insert into bulk_cancel as b (organization_id, id, created_at, reason, only_if_queued, ids, filter,
                                          filter_sent, idempotency_key, body_hash, upto, due_at)
            select $1, $2, m.at, $3::text, $4::boolean, $5::text[], $6::text, $7::text, $8::text, $9::bytea,
                   -- The end of the work: the number of the ids, or the youngest job that there is now.
                   coalesce(cardinality($5::text[]),
                            (select max(f.seq) from job_facts f where f.organization_id = $1),
                            0),
                   -- The process that stored it has the first turn.
                   m.at + make_interval(secs => $11)
            from moment m
            cross join running r
            where r.number < $10
            -- By a try whose answer was lost, or by an earlier call with the same key.
            on conflict do nothing
            returning %s
            """.formatted(BulkCancelRow.COLUMNS);

    private static final String EARLIER = """
            select %s,
                   b.id = $2 as own,
                   coalesce(b.body_hash = $4, false) as same_body
            from bulk_cancel b
            where b.organization_id = $1
              and (b.id = $2 or b.idempotency_key = $3)
            """.formatted(BulkCancelRow.COLUMNS);

    private final Pool pool;

    CreateBulkCancel(Pool pool) {
        this.pool = pool;
    }

    /** Stores it unless {@code most} of the organization's are running, or finds the one of the same call before. */
    public Uni<BulkCreated> create(NewBulkCancel bulk, int most) {
        return TryAgain.onLoss(() -> insert(bulk, most))
                .chain(stored -> stored.map(CreateBulkCancel::stored).orElseGet(() -> earlier(bulk)));
    }

    private Uni<Optional<BulkCancel>> insert(NewBulkCancel bulk, int most) {
        return pool.preparedQuery(CREATE).execute(parameters(bulk, most)).map(CreateBulkCancel::first);
    }

    private static Uni<BulkCreated> stored(BulkCancel bulk) {
        return Uni.createFrom().item(new BulkCreated.Stored(bulk));
    }

    private Uni<BulkCreated> earlier(NewBulkCancel bulk) {
        IdempotencyKey key = bulk.key();
        Tuple named = Tuple.of(bulk.organization(), bulk.id().value())
                .addString(key == null ? null : key.key())
                .addValue(key == null ? null : Buffer.buffer(key.bodyHash()));
        return TryAgain.onLoss(() -> pool.preparedQuery(EARLIER).execute(named)).map(CreateBulkCancel::judge);
    }

    private static BulkCreated judge(RowSet<Row> rows) {
        Iterator<Row> found = rows.iterator();
        if (!found.hasNext()) {
            return new BulkCreated.TooMany();
        }
        Row row = found.next();
        if (row.getBoolean("own")) {
            return new BulkCreated.Stored(BulkCancelRow.read(row));
        }
        return row.getBoolean("same_body")
                ? new BulkCreated.Repeated(BulkCancelRow.read(row))
                : new BulkCreated.KeyUsedOtherwise(new BulkCancelId(row.getString("id")));
    }

    private static Optional<BulkCancel> first(RowSet<Row> rows) {
        Iterator<Row> row = rows.iterator();
        return row.hasNext() ? Optional.of(BulkCancelRow.read(row.next())) : Optional.empty();
    }

    private static Tuple parameters(NewBulkCancel bulk, int most) {
        IdempotencyKey key = bulk.key();
        BulkTarget.Named named = bulk.target() instanceof BulkTarget.Named ids ? ids : null;
        BulkTarget.Matching matching = bulk.target() instanceof BulkTarget.Matching filter ? filter : null;
        return Tuple.tuple()
                .addString(bulk.organization())
                .addString(bulk.id().value())
                .addString(bulk.reason())
                .addBoolean(bulk.onlyIfQueued())
                .addArrayOfString(named == null ? null : JobIds.array(named.ids()))
                .addString(matching == null ? null : FilterText.write(matching.filter()))
                .addString(matching == null ? null : matching.sent())
                .addString(key == null ? null : key.key())
                .addValue(key == null ? null : Buffer.buffer(key.bodyHash()))
                .addInteger(most)
                .addDouble(Seconds.of(TakeBulk.TURN));
    }
}
