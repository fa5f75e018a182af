package dev.docket.endpoint.exchange;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The connection under an exchange, for as long as the exchange has it: the pool gives a connection on as soon as the
 * last byte of an answer is in, which may be before the last byte was taken up here.
 */
public final class Wire {
    private static final AttributeKey<Object> HOLDER = AttributeKey.valueOf(Wire.class, "holder");

    private final Channel channel;

    private Wire(Channel channel) {
        this.channel = channel;
    }

    /** Notes whose exchange is the connection's latest, which also hears what goes wrong with it. */
    public static Wire heldBy(Object holder, HttpConnection connection) {
        // Without a handler of its own a connection logs each failure as an error.
        connection.exceptionHandler(heardByTheExchange -> {});
        Channel channel = ((ConnectionBase) connection).channel();
        channel.attr(HOLDER).set(holder);
        return new Wire(channel);
    }

    /**
     * Resets the connection, unless it is another exchange's by now, and runs the step when it is gone. An ordinary
     * close would wait until all that was written is sent, which towards a service that no longer reads is never.
     */
    public void cut(Object holder, Runnable gone) {
        if (channel.attr(HOLDER).get() != holder) {
            gone.run();
            return;
        }
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.unsafe().close(channel.newPromise());
        }
        channel.closeFuture().addListener(closed -> gone.run());
    }
}
