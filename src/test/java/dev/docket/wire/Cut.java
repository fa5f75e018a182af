package dev.docket.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection is to be cut once, or held up, at a statement that has this piece of text in it. */
public final class Cut {
    private final String piece;
    private final Kind kind;
    private final Runnable meanwhile;
    private final CompletableFuture<Void> happened = new CompletableFuture<>();

    /** What becomes of a statement and its answer. */
    enum Kind {
        STATEMENT_LOST,
        ANSWER_LOST,
        ANSWER_DELAYED
    }

    Cut(String piece, Kind kind, Runnable meanwhile) {
        this.piece = piece;
        this.kind = kind;
        this.meanwhile = meanwhile;
    }

    boolean isAt(String statement) {
        return statement.contains(piece);
    }

    Kind kind() {
        return kind;
    }

    /** The server is done, and the client does not know it yet: what happens now happens in between. */
    void happen() {
        try {
            meanwhile.run();
            happened.complete(null);
        } catch (RuntimeException | AssertionError failure) {
            happened.completeExceptionally(failure);
        }
    }

    void failed(String why) {
        happened.completeExceptionally(new IllegalStateException(why));
    }

    /** Comes back once the connection is cut, and fails if it was not cut where it should be. */
    public void await() {
        try {
            happened.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no clean cut at: " + piece, e);
        }
    }
}
