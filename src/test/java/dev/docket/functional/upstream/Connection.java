package dev.docket.functional.upstream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;

/** One connection to a {@link RecordingUpstream}, and when it ended. */
public final class Connection {
    private final RecordingUpstream upstream;
    private final Socket socket;
    private final CompletableFuture<Long> closedAt = new CompletableFuture<>();

    Connection(RecordingUpstream upstream, Socket socket) {
        this.upstream = upstream;
        this.socket = socket;
    }

    /** Whether the end of the connection was seen, from either side. */
    public boolean isClosed() {
        return closedAt.isDone();
    }

    /** When it was seen to end, as {@link System#nanoTime()}; waits for it. */
    public long awaitClosed() {
        return closedAt.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** The names that the client asked for when it began to encrypt; empty when it named none. */
    public List<String> namesAskedFor() {
        return ((ExtendedSSLSession) ((SSLSocket) socket).getSession())
                .getRequestedServerNames().stream()
                        .map(name -> new String(name.getEncoded(), StandardCharsets.US_ASCII))
                        .toList();
    }

    /** Waits until the client cannot send any more, because what it sent is not read. */
    void awaitCongestion() {
        AtomicInteger before = new AtomicInteger(-1);
        Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> {
            int unread = socket.getInputStream().available();
            return unread > 0 && unread == before.getAndSet(unread);
        });
    }

    void serve() {
        Thread thread = new Thread(this::run, "recording-upstream-connection");
        thread.setDaemon(true);
        thread.start();
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Ends it with a reset, as a process that dies does. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        drop();
    }

    void drop() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closed();
        }
    }

    /** Reads, and throws away, until the client is gone. */
    void drain() throws IOException {
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
            // What a client sends after its request is of no interest here.
        }
        throw new EOFException("the client is gone");
    }

    private void run() {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            String line;
            while ((line = line(in)) != null) {
                serve(line, in);
            }
        } catch (IOException gone) {
            // Seen below.
        } finally {
            closed();
        }
    }

    private void serve(String requestLine, InputStream in) throws IOException {
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String line;
        while (!(line = line(in)).isEmpty()) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon), line.substring(colon + 1).strip(), (one, two) -> one + ", " + two);
        }
        Behaviour behaviour = upstream.behaviour();
        Exchange exchange = new Exchange(this, requestLine, headers);
        upstream.saw(exchange);
        behaviour.begun(exchange);
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        byte[] body = in.readNBytes(length);
        exchange.received(body, length);
        behaviour.received(exchange);
    }

    /** The next line, or null at a clean end. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet;
        while ((octet = in.read()) != '\n') {
            if (octet < 0) {
                return null;
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private void closed() {
        closedAt.complete(System.nanoTime());
    }
}
