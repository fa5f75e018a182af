package dev.docket.api;

import dev.docket.job.BodyRef;
import dev.docket.store.Bodies;
import dev.docket.store.BodyGoneException;
import io.smallrye.mutiny.Multi;

/**
 * A stored body on its way into an answer. It tells apart a body that was not there at all, which an answer can do
 * without, from one that broke off, after which no correct answer is possible.
 */
final class SplicedBody {
    private final BodyRef ref;
    private final byte[] before;
    private final byte[] after;
    private long sent;

    SplicedBody(BodyRef ref, byte[] before, byte[] after) {
        this.ref = ref;
        this.before = before;
        this.after = after;
    }

    /** The body between its surroundings; nothing at all comes before the first piece was read. */
    Multi<byte[]> pieces(Bodies bodies) {
        Multi<byte[]> body = bodies.pieces(ref)
                .onItem()
                .transformToMultiAndConcatenate(this::surrounded)
                .onFailure(gone -> gone instanceof BodyGoneException && sent > 0)
                .transform(BrokenOff::new);
        Multi<byte[]> end = Multi.createFrom().deferred(this::end);
        return Multi.createBy().concatenating().streams(body, end);
    }

    static boolean isGoneAtStart(Throwable failure) {
        return failure instanceof BodyGoneException;
    }

    private Multi<byte[]> surrounded(byte[] piece) {
        boolean first = sent == 0;
        sent += piece.length;
        return first && before.length > 0
                ? Multi.createFrom().items(before, piece)
                : Multi.createFrom().item(piece);
    }

    private Multi<byte[]> end() {
        if (sent == ref.length()) {
            return after.length > 0
                    ? Multi.createFrom().item(after)
                    : Multi.createFrom().empty();
        }
        BodyGoneException gone = new BodyGoneException(ref);
        return Multi.createFrom().failure(sent > 0 ? new BrokenOff(gone) : gone);
    }

    /** The body ended before its length; the answer that holds it is lost. */
    static final class BrokenOff extends RuntimeException {
        BrokenOff(Throwable cause) {
            super("the body broke off", cause);
        }
    }
}
