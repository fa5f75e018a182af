package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** Cuts a body into the rows it is stored in, and writes them one after the other: one chunk is in flight at a time. */
final class BodyChunks {
    private static final String INSERT = """
            insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
            values ($1, $2, $3, $4, $5, $6)
            -- Written by an earlier try whose answer was lost: the same bytes under the same claim.
            on conflict do nothing
            """;

    private BodyChunks() {}

    static int count(int length) {
        return Math.max(1, (length + BodyRef.CHUNK - 1) / BodyRef.CHUNK);
    }

    static Buffer chunk(Payload body, int index) {
        int from = index * BodyRef.CHUNK;
        int to = Math.min(body.length(), from + BodyRef.CHUNK);
        return Buffer.buffer(body.slice(from, to).toBytes());
    }

    /** Writes the chunks from {@code first} on, in order. */
    static Uni<Void> write(
            SqlClient client, int bucket, String organization, JobId job, int claim, Payload body, int first) {
        int count = count(body.length());
        if (first >= count) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .range(first, count)
                .onItem()
                .transformToUniAndConcatenate(
                        index -> insert(client, bucket, organization, job, claim, index, chunk(body, index)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Writes the chunk of this index. */
    static Uni<Void> insert(
            SqlClient client, int bucket, String organization, JobId job, int claim, int index, Buffer chunk) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.of(bucket, organization, job.value(), claim, index, chunk))
                .replaceWithVoid();
    }
}
