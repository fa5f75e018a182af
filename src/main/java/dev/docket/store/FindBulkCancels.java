package dev.docket.store;

import dev.docket.job.BulkCancel;
import dev.docket.job.BulkCancelId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.Optional;

/** Reads the bulk cancels of an organization. Another organization's are not there. */
@Singleton
public class FindBulkCancels {
    private static final String ONE = """
            select %s
            from bulk_cancel b
            where b.organization_id = $1
              and b.id = $2
            """.formatted(BulkCancelRow.COLUMNS);

    private static final String PAGE = """
            select %s
            from bulk_cancel b
            where b.organization_id = $1
              and ($2::text is null
                   or b.seq < (select c.seq from bulk_cancel c where c.organization_id = $1 and c.id = $2))
            order by b.seq desc
            limit $3
            """.formatted(BulkCancelRow.COLUMNS);

    private final Pool pool;

    FindBulkCancels(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<BulkCancel>> byId(BulkRef bulk) {
        return TryAgain.onLoss(() -> pool.preparedQuery(ONE)
                        .execute(Tuple.of(bulk.organization(), bulk.id().value())))
                .map(FindBulkCancels::first);
    }

    /** The newest first, behind {@code after} if it is given; empty when that is none of the organization's. */
    public Uni<Optional<Page<BulkCancel>>> page(String organization, BulkCancelId after, int limit) {
        return after == null
                ? read(organization, null, limit).map(Optional::of)
                : byId(new BulkRef(organization, after))
                        .chain(cursor -> cursor.isEmpty()
                                ? Uni.createFrom().item(Optional.<Page<BulkCancel>>empty())
                                : read(organization, after, limit).map(Optional::of));
    }

    private Uni<Page<BulkCancel>> read(String organization, BulkCancelId after, int limit) {
        Tuple asked = Tuple.of(organization, after == null ? null : after.value(), limit + 1);
        return TryAgain.onLoss(() -> pool.preparedQuery(PAGE).execute(asked))
                .map(rows -> Page.of(rows, limit, BulkCancelRow::read));
    }

    private static Optional<BulkCancel> first(RowSet<Row> rows) {
        Iterator<Row> row = rows.iterator();
        return row.hasNext() ? Optional.of(BulkCancelRow.read(row.next())) : Optional.empty();
    }
}
