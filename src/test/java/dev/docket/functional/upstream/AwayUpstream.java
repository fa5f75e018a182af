package dev.docket.functional.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The place of a service that is away: its port is held, and whoever connects to it is refused until it is back. */
final class AwayUpstream implements AutoCloseable {
    private final Socket holding = new Socket();
    private final int port;
    private RecordingUpstream back;

    private AwayUpstream() throws IOException {
        holding.setReuseAddress(true);
        holding.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        port = holding.getLocalPort();
    }

    static AwayUpstream reserve() {
        try {
            return new AwayUpstream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** It answers everything from now on. */
    RecordingUpstream comesBack() throws IOException {
        holding.close();
        back = RecordingUpstream.startAt(port);
        return back;
    }

    @Override
    public void close() {
        try {
            holding.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (back != null) {
            back.close();
        }
    }
}
