package dev.docket.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A service that takes every request and never answers: it notes when a request came and when its connection was closed
 * by the other side, by the job that the request's {@code Idempotency-Key} begins with. One thread, real sockets.
 */
public final class HoldingUpstream implements AutoCloseable {
    private static final String KEY = "idempotency-key:";

    private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();
    private final Selector selector;
    private final ServerSocketChannel server;
    private final Thread thread = new Thread(this::serve, "holding-upstream");

    public HoldingUpstream() throws IOException {
        selector = Selector.open();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2048);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
        thread.start();
    }

    /** One request; the times are those of {@link System#nanoTime()}. */
    public record Exchange(CompletableFuture<Long> received, CompletableFuture<Long> closed) {}

    /** What is known of the job's request, also before it has come. */
    public Exchange of(String job) {
        return exchanges.computeIfAbsent(
                job, ignored -> new Exchange(new CompletableFuture<>(), new CompletableFuture<>()));
    }

    public String url() throws IOException {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    private void serve() {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        try {
            while (selector.isOpen()) {
                selector.select();
                long now = System.nanoTime();
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isAcceptable()) {
                        accept();
                    } else {
                        read(key, buffer, now);
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException | ClosedSelectorException over) {
            if (selector.isOpen()) {
                throw new IllegalStateException(over);
            }
        }
    }

    private void accept() throws IOException {
        SocketChannel connection = server.accept();
        connection.configureBlocking(false);
        connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
        connection.register(selector, SelectionKey.OP_READ, new StringBuilder());
    }

    private void read(SelectionKey key, ByteBuffer buffer, long now) throws IOException {
        SocketChannel connection = (SocketChannel) key.channel();
        buffer.clear();
        int count;
        try {
            count = connection.read(buffer);
        } catch (IOException reset) {
            count = -1;
        }
        if (count < 0) {
            if (key.attachment() instanceof Exchange exchange) {
                exchange.closed().complete(now);
            }
            connection.close();
        } else if (key.attachment() instanceof StringBuilder head) {
            head.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
            job(head.toString()).ifPresent(job -> {
                Exchange exchange = of(job);
                key.attach(exchange);
                exchange.received().complete(now);
            });
        }
    }

    /** The job of a request whose head is complete. The key is the job's id, a dash and a number. */
    private static Optional<String> job(String head) {
        int end = head.indexOf("\r\n\r\n");
        return end < 0
                ? Optional.empty()
                : head.substring(0, end)
                        .lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(KEY))
                        .map(line -> line.substring(KEY.length()).trim())
                        .map(value -> value.substring(0, value.lastIndexOf('-')))
                        .findFirst();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        server.close();
    }
}
