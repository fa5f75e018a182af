package dev.docket.tenant;

import dev.docket.store.RunStatement;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds a key, a revoked one included; one probe of a unique index. */
@Singleton
class FindKey {
    private static final String FIND = """
            select k.id,
                   k.organization_id,
                   k.hash,
                   k.revoked_at is not null as revoked
            from api_key k
            where k.hash = $1
            """;

    private final Pool pool;

    FindKey(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<StoredKey>> byHash(KeyHash hash) {
        return RunStatement.on(pool, FIND, Tuple.of(Buffer.buffer(hash.bytes())))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(read(row.next())) : Optional.empty();
                });
    }

    private static StoredKey read(Row row) {
        return new StoredKey(
                row.getString("id"),
                row.getString("organization_id"),
                new KeyHash(row.getBuffer("hash").getBytes()),
                row.getBoolean("revoked"));
    }
}
