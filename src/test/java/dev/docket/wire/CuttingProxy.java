package dev.docket.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between clients and a PostgreSQL server and breaks connections where a test wants it: just before a statement
 * gets through, just after it has committed, or so that both sides go on believing in a connection that is dead.
 */
public final class CuttingProxy implements AutoCloseable {
    private static final Runnable NOTHING = () -> {};

    private final ServerSocket entrance;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final List<Cut> cuts = new CopyOnWriteArrayList<>();
    private final Set<BlackHole> blackHoles = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress server;

    private CuttingProxy(ServerSocket entrance, InetSocketAddress server) {
        this.entrance = entrance;
        this.server = server;
    }

    /** @param place {@code host:port}, and what may follow after a slash */
    public static CuttingProxy before(String place) {
        try {
            ServerSocket entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            CuttingProxy proxy = new CuttingProxy(entrance, address(place));
            proxy.inBackground(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients find the server through this proxy. */
    public String place() {
        return "127.0.0.1:" + entrance.getLocalPort();
    }

    /** New connections go to the server at this place: it may come back on another port. */
    public void leadTo(String place) {
        server = address(place);
    }

    /** The next statement with this text is done by the server, and its answer lost with the connection. */
    public Cut loseAnswer(String piece) {
        return loseAnswer(piece, NOTHING);
    }

    /** The same, and something else happens after the commit and before the client learns of the loss. */
    public Cut loseAnswer(String piece, Runnable meanwhile) {
        return armed(new Cut(piece, Cut.Kind.ANSWER_LOST, meanwhile));
    }

    /** The next statement with this text is lost with the connection before the server sees it. */
    public Cut loseStatement(String piece) {
        return loseStatement(piece, NOTHING);
    }

    /** The same, and something else happens before the client learns of the loss. */
    public Cut loseStatement(String piece, Runnable meanwhile) {
        return armed(new Cut(piece, Cut.Kind.STATEMENT_LOST, meanwhile));
    }

    /** The next statement with this text is answered only after something else has happened. */
    public Cut delayAnswer(String piece, Runnable meanwhile) {
        return armed(new Cut(piece, Cut.Kind.ANSWER_DELAYED, meanwhile));
    }

    /** Every connection of this application is dead from now on without anybody being told. */
    public BlackHole swallow(String application) {
        BlackHole hole = new BlackHole(this, application);
        blackHoles.add(hole);
        connections.forEach(connection -> connection.swallowIf(hole));
        return hole;
    }

    /** Closes every connection; new ones get through. */
    public void cutAll() {
        connections.forEach(ProxiedConnection::close);
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }

    void fill(BlackHole hole) {
        blackHoles.remove(hole);
    }

    boolean isSwallowed(String startup) {
        return blackHoles.stream().anyMatch(hole -> hole.swallows(startup));
    }

    /** The cut that is to be made at this statement; nobody else gets it then. */
    Optional<Cut> cutAt(String statement) {
        return cuts.stream()
                .filter(cut -> cut.isAt(statement))
                .filter(cuts::remove)
                .findFirst();
    }

    void ended(ProxiedConnection connection) {
        connections.remove(connection);
    }

    void inBackground(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private Cut armed(Cut cut) {
        cuts.add(cut);
        return cut;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                ProxiedConnection connection = new ProxiedConnection(this, client, server);
                connections.add(connection);
                inBackground(connection::open);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static InetSocketAddress address(String place) {
        String[] parts = place.split("[:/]");
        return new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
    }
}
