package dev.docket.bulk;

import dev.docket.store.BulkRef;
import java.util.concurrent.CompletableFuture;

/** A bulk cancel that this process works on, batch by batch. Lives on the context of {@link BulkTurns}. */
final class Turn {
    private final BulkRef bulk;
    private final int largest;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private int size;
    private int losses;
    private int idle;

    /** @param largest how many jobs a batch may have */
    Turn(BulkRef bulk, int largest) {
        this.bulk = bulk;
        this.largest = largest;
        this.size = largest;
    }

    BulkRef bulk() {
        return bulk;
    }

    /** Done when this process has no more to do with it, whether it is completed or not. */
    CompletableFuture<Void> over() {
        return over;
    }

    /** How many jobs the next batch is to have. */
    int size() {
        return size;
    }

    /** Whether the next batch is as large as batches get. */
    boolean isWhole() {
        return size == largest;
    }

    /** After one that failed, batches grow again step by step. */
    void succeeded(boolean advanced) {
        losses = 0;
        idle = advanced ? 0 : idle + 1;
        size = Math.min(largest, size * 2);
    }

    /** A smaller batch leaves more of the jobs out of the way of the one that fails. */
    void failed() {
        size = Math.max(1, size / 2);
    }

    /** How many times in a row the database did not answer, this one included. */
    int lost() {
        failed();
        return ++losses;
    }

    /** How many times in a row everything that is left was in others' hands. */
    int idle() {
        return idle;
    }
}
