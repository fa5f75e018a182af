package dev.docket.store;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** Writes answers while they come in, under the claim of their run; the fenced settlement of the run shows them. */
@Singleton
public class StoreAnswer {
    private final Pool pool;
    private final BodyBuckets buckets;

    StoreAnswer(@Reserved Pool pool, BodyBuckets buckets) {
        this.pool = pool;
        this.buckets = buckets;
    }

    /** The answer of a run, of which nothing is written yet. */
    public AnswerRows of(RunRef run) {
        return new AnswerRows(pool, buckets, run);
    }
}
