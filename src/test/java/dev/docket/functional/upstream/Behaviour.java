package dev.docket.functional.upstream;

import java.io.IOException;

/** What a {@link RecordingUpstream} does with a request, on the thread of its connection. */
public interface Behaviour {
    /** The request was received to its last byte. */
    void received(Exchange exchange) throws IOException;

    /** The head was received and nothing of the body was read yet. */
    default void begun(Exchange exchange) throws IOException {}

    static Behaviour replying(int status, String body, String... headers) {
        return exchange -> exchange.reply(status, body, headers);
    }

    /** Says nothing until the client goes. */
    static Behaviour holding() {
        return Exchange::holdUntilClosed;
    }

    /** Waits, before it reads the body, until the test lets it go on. */
    static Behaviour stallingBeforeBody() {
        return new Behaviour() {
            @Override
            public void begun(Exchange exchange) {
                exchange.stall();
            }

            @Override
            public void received(Exchange exchange) throws IOException {
                exchange.reply(200, "{}");
            }
        };
    }
}
