package dev.docket.executor;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.AnswerSink;
import dev.docket.job.BodyRef;
import dev.docket.job.Payload;
import dev.docket.store.AnswerRows;
import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of one run while it comes in. What fits in one row stays in memory and is settled together with others;
 * beyond that each full row is written as soon as it is there, and at most one is held. While the database is away a
 * write waits for it: to let go of an answer that is nearly here would cost another attempt.
 */
final class RunAnswer implements AnswerSink {
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(1);

    private final AnswerRows rows;
    private final boolean stored;
    private List<ByteBuffer> held = new ArrayList<>();
    private int heldBytes;
    private boolean anyRow;

    RunAnswer(AnswerRows rows) {
        this(rows, false);
    }

    private RunAnswer(AnswerRows rows, boolean stored) {
        this.rows = rows;
        this.stored = stored;
    }

    /** One that is to be rows of its own however short it is. */
    static RunAnswer alwaysStored(AnswerRows rows) {
        return new RunAnswer(rows, true);
    }

    @Override
    public Uni<Void> write(byte[] piece) {
        held.add(ByteBuffer.wrap(piece));
        heldBytes += piece.length;
        return writeFullRows();
    }

    @Override
    public Uni<Answer> completed(int statusCode) {
        if (!anyRow && !stored) {
            return Uni.createFrom().item(new Answer.Completed(statusCode, new Payload(held)));
        }
        Uni<Void> last = heldBytes == 0 ? Uni.createFrom().voidItem() : writeRow(heldBytes);
        return last.map(written -> new Answer.Stored(statusCode, rows.ref()));
    }

    /** Keeps a last row back, which may turn out to be the only one. */
    private Uni<Void> writeFullRows() {
        return heldBytes <= BodyRef.CHUNK
                ? Uni.createFrom().voidItem()
                : writeRow(BodyRef.CHUNK).chain(this::writeFullRows);
    }

    private Uni<Void> writeRow(int bytes) {
        Payload all = new Payload(held);
        Payload row = all.slice(0, bytes);
        held = new ArrayList<>(all.slice(bytes, all.length()).segments());
        heldBytes -= bytes;
        anyRow = true;
        return Uni.createFrom()
                .deferred(() -> rows.write(row))
                .onFailure(TryAgain::isLoss)
                .retry()
                .withBackOff(PAUSE_WHILE_AWAY, PAUSE_WHILE_AWAY)
                .indefinitely();
    }
}
