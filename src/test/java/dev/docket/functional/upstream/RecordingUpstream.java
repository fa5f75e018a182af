package dev.docket.functional.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ServerSocketFactory;
import org.awaitility.Awaitility;

/**
 * A service that jobs are forwarded to: a real HTTP server on a loopback port that does as the test says and writes
 * down what it saw. It works on plain sockets, so that it can stall, break off and reset as a failing service does.
 */
public final class RecordingUpstream implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerSocket listening;
    private final String scheme;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Set<Exchange> taken = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour = Behaviour.replying(200, "{\"ok\":true}");

    private RecordingUpstream(ServerSocket listening, String scheme) {
        this.listening = listening;
        this.scheme = scheme;
        Thread accepting = new Thread(this::accept, "recording-upstream");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** A server that answers everything with 200 until it is told otherwise. */
    public static RecordingUpstream start() {
        return start(ServerSocketFactory.getDefault(), "http");
    }

    /** The same over these sockets. */
    public static RecordingUpstream start(ServerSocketFactory sockets, String scheme) {
        return start(sockets, scheme, 0);
    }

    /** The same at this port. */
    static RecordingUpstream startAt(int port) {
        return start(ServerSocketFactory.getDefault(), "http", port);
    }

    private static RecordingUpstream start(ServerSocketFactory sockets, String scheme, int port) {
        try {
            return new RecordingUpstream(
                    sockets.createServerSocket(port, 200, InetAddress.getByName("127.0.0.1")), scheme);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its base URL, without a slash at the end. */
    public String url() {
        return scheme + "://localhost:" + listening.getLocalPort();
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** From now on requests are treated so; those begun before go on as they were. */
    public RecordingUpstream does(Behaviour behaviour) {
        this.behaviour = behaviour;
        return this;
    }

    /** All requests whose head was received, in the order of their coming. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** All connections that were ever opened. */
    public List<Connection> connections() {
        return List.copyOf(connections);
    }

    /** The next request that no earlier call gave out. */
    public Exchange next() {
        return next(any -> true);
    }

    /** The next request of this job that no earlier call gave out. */
    public Exchange next(String job) {
        return next(exchange -> job.equals(exchange.header("Docket-Job-Id")));
    }

    /** How many requests were received to their last byte, by their {@code Idempotency-Key}. */
    public Map<String, Long> deliveries() {
        return exchanges.stream()
                .filter(Exchange::isReceived)
                .filter(exchange -> exchange.header("Idempotency-Key") != null)
                .collect(Collectors.groupingBy(
                        exchange -> exchange.header("Idempotency-Key"), TreeMap::new, Collectors.counting()));
    }

    /**
     * How many effects there were, by job: a service that honours the {@code Idempotency-Key} has one for the first
     * delivery under a key and none for those after it. More than one means that Docket gave a job a second key.
     */
    public Map<String, Long> effects() {
        Map<String, Set<String>> keys = new TreeMap<>();
        exchanges.stream()
                .filter(Exchange::isReceived)
                .filter(exchange -> exchange.header("Docket-Job-Id") != null)
                .forEach(exchange -> keys.computeIfAbsent(exchange.header("Docket-Job-Id"), job -> new HashSet<>())
                        .add(exchange.header("Idempotency-Key")));
        return keys.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                (long) entry.getValue().size()));
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.forEach(Connection::drop);
        }
    }

    Behaviour behaviour() {
        return behaviour;
    }

    void saw(Exchange exchange) {
        exchanges.add(exchange);
    }

    private Exchange next(Predicate<Exchange> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> exchanges.stream()
                                .filter(wanted)
                                .filter(taken::add)
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Connection connection = new Connection(this, socket);
                connections.add(connection);
                connection.serve();
            } catch (IOException closed) {
                // The next turn ends the loop, or accepts the next one.
            }
        }
    }
}
