package dev.docket.functional.intake;

import dev.docket.job.BodyRef;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.store.Bodies;
import dev.docket.store.BodyGoneException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies in memory. One may be generated piece by piece, and one may break off. */
final class StoredBodies implements Bodies {
    private final Map<BodyRef, byte[]> stored = new HashMap<>();
    private final AtomicInteger piecesRead = new AtomicInteger();
    private int breaksAfter = Integer.MAX_VALUE;

    BodyRef store(JobId job, int claim, byte[] bytes) {
        BodyRef ref = new BodyRef(1, "org_1", job, claim, bytes.length);
        stored.put(ref, bytes);
        return ref;
    }

    void loseAfter(int pieces) {
        breaksAfter = pieces;
    }

    void lose(BodyRef ref) {
        stored.remove(ref);
    }

    int piecesRead() {
        return piecesRead.get();
    }

    @Override
    public Uni<Payload> whole(BodyRef ref) {
        byte[] bytes = stored.get(ref);
        return bytes == null
                ? Uni.createFrom().failure(new BodyGoneException(ref))
                : Uni.createFrom().item(Payload.of(bytes));
    }

    @Override
    public Multi<byte[]> pieces(BodyRef ref) {
        byte[] bytes = stored.get(ref);
        if (bytes == null) {
            return Multi.createFrom().failure(new BodyGoneException(ref));
        }
        int pieces = (bytes.length + BodyRef.CHUNK - 1) / BodyRef.CHUNK;
        return Multi.createFrom().range(0, pieces).onItem().transformToUniAndConcatenate(n -> piece(ref, n));
    }

    private Uni<byte[]> piece(BodyRef ref, int number) {
        if (number >= breaksAfter) {
            return Uni.createFrom().failure(new BodyGoneException(ref));
        }
        piecesRead.incrementAndGet();
        byte[] bytes = stored.get(ref);
        int from = number * BodyRef.CHUNK;
        return Uni.createFrom()
                .item(Payload.of(bytes)
                        .slice(from, Math.min(bytes.length, from + BodyRef.CHUNK))
                        .toBytes());
    }
}
