package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Iterator;

/** Reads stored bodies chunk by chunk, by key: no cursor and no transaction stays open while a slow client reads. */
@Singleton
class ReadBodies implements Bodies {
    private static final String CHUNK = """
            select bytes
            from body
            where bucket = $1
              and organization_id = $2
              and job_id = $3
              and claim = $4
              and chunk = $5
            """;

    private final Pool pool;
    private final AskReplica askReplica;

    ReadBodies(Pool pool, AskReplica askReplica) {
        this.pool = pool;
        this.askReplica = askReplica;
    }

    @Override
    public Uni<Payload> whole(BodyRef ref) {
        return pieces(ref).map(ByteBuffer::wrap).collect().asList().map(Payload::new);
    }

    @Override
    public Multi<byte[]> pieces(BodyRef ref) {
        return Multi.createFrom()
                .range(0, BodyChunks.count(ref.length()))
                .onItem()
                .transformToUniAndConcatenate(index -> chunk(ref, index));
    }

    /** A chunk is never written twice: one that the replica has is the same, one that it lacks may not be there yet. */
    private Uni<byte[]> chunk(BodyRef ref, int index) {
        Tuple key = Tuple.of(ref.bucket(), ref.organization(), ref.job().value(), ref.claim(), index);
        return askReplica
                .glance(CHUNK, key)
                .chain(row ->
                        row.map(ReadBodies::bytes).map(Uni.createFrom()::item).orElseGet(() -> ofPrimary(ref, key)));
    }

    private Uni<byte[]> ofPrimary(BodyRef ref, Tuple key) {
        return TryAgain.onLoss(() -> RunStatement.on(pool, CHUNK, key)).map(rows -> bytes(ref, rows));
    }

    private static byte[] bytes(BodyRef ref, RowSet<Row> rows) {
        Iterator<Row> row = rows.iterator();
        if (!row.hasNext()) {
            throw new BodyGoneException(ref);
        }
        return bytes(row.next());
    }

    private static byte[] bytes(Row row) {
        return row.getBuffer("bytes").getBytes();
    }
}
