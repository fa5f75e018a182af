package dev.docket.api;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.Flow.Subscription;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

/**
 * Sends the pieces of one document at the client's pace. Small pieces are gathered first: a document of up to 64 KB
 * goes out at once and with its length, and until then a failure can still become a proper answer. After the first
 * byte a failure cuts the connection, since an answer that merely ends would look complete.
 */
final class DocumentSender implements MultiSubscriber<byte[]> {
    private static final Logger LOG = Logger.getLogger(DocumentSender.class);
    private static final int GATHERED = 64 * 1024;

    private final ResteasyReactiveRequestContext call;
    private final ServerHttpResponse response;
    private final Context loop;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private Subscription source;
    private boolean begun;
    private boolean over;
    private boolean waitsForDrain;

    /** @param loop where the response belongs; pieces may come from the database's own threads */
    DocumentSender(ResteasyReactiveRequestContext call, Context loop) {
        this.call = call;
        this.response = call.serverResponse();
        this.loop = loop;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        response.addCloseHandler(this::clientGone);
        source.request(1);
    }

    @Override
    public void onItem(byte[] piece) {
        loop.runOnContext(now -> take(piece));
    }

    @Override
    public void onCompletion() {
        loop.runOnContext(now -> complete());
    }

    @Override
    public void onFailure(Throwable failure) {
        loop.runOnContext(now -> fail(failure));
    }

    private void take(byte[] piece) {
        if (over) {
            return;
        }
        if (gathered.size() + piece.length > GATHERED) {
            send(piece);
        } else {
            gathered.writeBytes(piece);
        }
        askForMore();
    }

    private void send(byte[] piece) {
        if (!begun) {
            begun = true;
            response.setChunked(true);
            response.addDrainHandler(this::drained);
        }
        if (gathered.size() > 0) {
            response.write(gathered.toByteArray());
            gathered.reset();
        }
        response.write(piece);
    }

    private void askForMore() {
        if (begun && response.isWriteQueueFull()) {
            waitsForDrain = true;
        } else {
            source.request(1);
        }
    }

    private void drained() {
        if (waitsForDrain && !over) {
            waitsForDrain = false;
            source.request(1);
        }
    }

    private void complete() {
        if (over) {
            return;
        }
        over = true;
        response.end(gathered.toByteArray());
        call.resume();
    }

    private void fail(Throwable failure) {
        if (over) {
            return;
        }
        over = true;
        if (begun) {
            LOG.warn("An answer was cut off after its first bytes", failure);
            response.reset();
            call.resume();
        } else {
            call.resume(failure);
        }
    }

    private void clientGone() {
        if (!over) {
            over = true;
            source.cancel();
            call.resume();
        }
    }
}
