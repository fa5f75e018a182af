package dev.docket.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a service and PostgreSQL and passes everything on but notifications: what the service hears, it hears
 * from the answers to its own statements.
 */
final class SignalFilter implements AutoCloseable {
    private static final int NOTIFICATION = 'A';
    private static final int HEAD = 5;

    /** The codes of the requests for TLS and for GSSAPI. */
    private static final Set<Integer> ENCRYPTION = Set.of(80877103, 80877104);

    private final ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int port;

    SignalFilter(int port) throws IOException {
        this.port = port;
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            Socket database = new Socket(InetAddress.getLoopbackAddress(), port);
            client.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(database);
            start(() -> passAll(client, database));
            start(() -> passAllButSignals(database, client));
        }
    }

    private void passAll(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            DataInputStream input = new DataInputStream(from.getInputStream());
            DataOutputStream output = new DataOutputStream(to.getOutputStream());
            int length = input.readInt();
            int kind = input.readInt();
            while (ENCRYPTION.contains(kind)) {
                // Declined here: the one byte that says so is no message.
                from.getOutputStream().write('N');
                length = input.readInt();
                kind = input.readInt();
            }
            output.writeInt(length);
            output.writeInt(kind);
            input.transferTo(output);
        }
    }

    /** Each message of the server is a type and a length that counts itself. */
    private void passAllButSignals(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            DataInputStream input = new DataInputStream(new BufferedInputStream(from.getInputStream()));
            OutputStream output = to.getOutputStream();
            for (int type = input.read(); type >= 0; type = input.read()) {
                int length = input.readInt();
                ByteBuffer message = ByteBuffer.allocate(1 + length).put((byte) type).putInt(length);
                input.readFully(message.array(), HEAD, length - (HEAD - 1));
                if (type != NOTIFICATION) {
                    output.write(message.array());
                }
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException closed) {
                // One of the two has gone, and the other is closed with it.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
