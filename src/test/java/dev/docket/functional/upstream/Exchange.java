package dev.docket.functional.upstream;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One request as a {@link RecordingUpstream} saw it, and the means to answer it. */
public final class Exchange {
    private static final int PATIENCE_SECONDS = 20;

    /** Longer than the patience of any test: the end of a stall must not be what ends an exchange. */
    private static final int LONGEST_STALL_SECONDS = 120;

    private final Connection connection;
    private final String requestLine;
    private final Map<String, String> headers;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final CompletableFuture<Void> stall = new CompletableFuture<>();

    Exchange(Connection connection, String requestLine, Map<String, String> headers) {
        this.connection = connection;
        this.requestLine = requestLine;
        this.headers = headers;
    }

    public Connection connection() {
        return connection;
    }

    /** For example {@code POST /v1/documents/parse HTTP/1.1}. */
    public String requestLine() {
        return requestLine;
    }

    /** The value of a header in any case of letters, or null. */
    public String header(String name) {
        return headers.get(name);
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Whether the request came to its last byte. */
    public boolean isReceived() {
        return body.isDone() && !body.isCompletedExceptionally();
    }

    /** The body; waits until it is there. */
    public byte[] body() {
        return body.copy().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Lets a stalled exchange go on. */
    public void goOn() {
        stall.complete(null);
    }

    /** Waits until the test says {@link #goOn()}; no byte is read meanwhile. */
    public void stall() {
        stall.orTimeout(LONGEST_STALL_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Waits until the test says {@link #goOn()}, and answers with an empty object. */
    public void stallThenReply() throws IOException {
        stall();
        reply(200, "{}");
    }

    /** A whole answer. */
    public void reply(int status, String text, String... lines) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(status, bytes.length, lines);
        write(bytes);
    }

    /** The head of an answer; a negative length leaves its end to the end of the connection. */
    public void head(int status, long length, String... lines) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        head.append(length < 0 ? "Connection: close\r\n" : "Content-Length: " + length + "\r\n");
        for (String line : lines) {
            head.append(line).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
        connection.out().write(bytes);
        connection.out().flush();
    }

    /** Says nothing more until the client goes. */
    public void holdUntilClosed() throws IOException {
        connection.drain();
    }

    /** Ends the connection with a reset. */
    public void reset() throws IOException {
        connection.reset();
    }

    /** Ends the connection in good order. */
    public void close() {
        connection.drop();
    }

    void received(byte[] bytes, int announced) throws IOException {
        if (bytes.length < announced) {
            EOFException cut = new EOFException("the body ended after " + bytes.length + " of " + announced + " bytes");
            body.completeExceptionally(cut);
            throw cut;
        }
        body.complete(bytes);
    }
}
