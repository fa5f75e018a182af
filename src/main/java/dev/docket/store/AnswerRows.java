package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * The rows of one answer that is written while it comes in. They lie under the claim of their run, so no other run's
 * rows can be among them; those of an answer that never came to its end are named by no job and go with their bucket.
 */
public final class AnswerRows {
    private final Pool pool;
    private final BodyBuckets buckets;
    private final RunRef run;
    private Integer bucket;
    private int chunks;
    private int length;

    AnswerRows(Pool pool, BodyBuckets buckets, RunRef run) {
        this.pool = pool;
        this.buckets = buckets;
        this.run = run;
    }

    /** Writes the next row: {@link BodyRef#CHUNK} bytes, the last one fewer. A write that failed may be tried again. */
    public Uni<Void> write(Payload chunk) {
        return TryAgain.onLoss(() -> buckets.writing(() -> bucket().chain(day -> insert(day, chunk))))
                .invoke(() -> {
                    chunks++;
                    length += chunk.length();
                });
    }

    /** Where the answer is, once all of it is written. */
    public BodyRef ref() {
        return new BodyRef(bucket, run.organization(), run.job(), run.claim(), length);
    }

    /** All rows of an answer are in one bucket, that of the first of them. */
    private Uni<Integer> bucket() {
        return bucket == null
                ? buckets.today().invoke(today -> bucket = today)
                : Uni.createFrom().item(bucket);
    }

    private Uni<Void> insert(int day, Payload chunk) {
        return BodyChunks.insert(
                pool, day, run.organization(), run.job(), run.claim(), chunks, Buffer.buffer(chunk.toBytes()));
    }
}
