package dev.docket.endpoint;

import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Holds the pieces of an answer in memory, for callers that want it there. */
public final class HeldAnswer implements AnswerSink {
    private final List<ByteBuffer> pieces = new ArrayList<>();

    @Override
    public Uni<Void> write(byte[] piece) {
        pieces.add(ByteBuffer.wrap(piece));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Answer> completed(int statusCode) {
        return Uni.createFrom().item(new Answer.Completed(statusCode, new Payload(pieces)));
    }
}
