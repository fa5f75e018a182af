package dev.docket.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** A client's connection and the one to the server behind it; a thread carries the messages of each direction. */
final class ProxiedConnection {
    private static final char ERROR = 'E';
    private static final char READY = 'Z';
    private static final char IDLE = 'I';

    private final CuttingProxy proxy;
    private final Socket client;
    private final Socket server = new Socket();
    private final InetSocketAddress serverAddress;
    private final Statements statements = new Statements();
    private volatile String startup = "";
    private volatile boolean swallowed;
    private volatile Cut met;
    private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();

    ProxiedConnection(CuttingProxy proxy, Socket client, InetSocketAddress serverAddress) {
        this.proxy = proxy;
        this.client = client;
        this.serverAddress = serverAddress;
    }

    /** Carries what the client sends until one of the two is gone. */
    void open() {
        try {
            server.connect(serverAddress);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            DataInputStream fromClient = in(client);
            DataInputStream fromServer = in(server);
            begin(fromClient, fromServer);
            proxy.inBackground(() -> answer(fromServer));
            while (true) {
                send(WireMessage.read(fromClient));
            }
        } catch (IOException gone) {
            close();
        }
    }

    void swallowIf(BlackHole hole) {
        swallowed = swallowed || hole.swallows(startup);
    }

    void close() {
        proxy.ended(this);
        close(client);
        close(server);
    }

    private void begin(DataInputStream fromClient, DataInputStream fromServer) throws IOException {
        WireMessage first = WireMessage.readUntyped(fromClient);
        while (first.asksForEncryption()) {
            server.getOutputStream().write(first.bytes());
            client.getOutputStream().write(fromServer.readUnsignedByte());
            first = WireMessage.readUntyped(fromClient);
        }
        startup = first.asText();
        swallowed = proxy.isSwallowed(startup);
        pass(first, server.getOutputStream());
    }

    private void send(WireMessage message) throws IOException {
        Optional<Cut> cut = statements.runBy(message).flatMap(proxy::cutAt);
        if (cut.isPresent() && cut.get().kind() == Cut.Kind.STATEMENT_LOST) {
            cut.get().happen();
            close();
            return;
        }
        cut.ifPresent(found -> met = found);
        pass(message, server.getOutputStream());
    }

    private void answer(DataInputStream fromServer) {
        try {
            while (true) {
                WireMessage message = WireMessage.read(fromServer);
                if (met == null) {
                    pass(message, client.getOutputStream());
                } else {
                    holdBack(message);
                }
            }
        } catch (IOException gone) {
            // Of a dead connection the client would not hear that either.
            if (!swallowed) {
                close();
            }
        }
    }

    /** A statement outside of a transaction has committed when the server is ready for the next one. */
    private void holdBack(WireMessage message) throws IOException {
        heldBack.writeBytes(message.bytes());
        if (message.type() == ERROR) {
            met.failed("the server refused the statement: " + message.asText());
        } else if (message.type() == READY && message.lastLetter() != IDLE) {
            met.failed("the statement is part of a transaction that goes on");
            close();
        } else if (message.type() == READY && met.kind() == Cut.Kind.ANSWER_LOST) {
            met.happen();
            close();
        } else if (message.type() == READY) {
            met.happen();
            met = null;
            heldBack.writeTo(client.getOutputStream());
            heldBack.reset();
        }
    }

    private void pass(WireMessage message, OutputStream to) throws IOException {
        if (!swallowed) {
            to.write(message.bytes());
        }
    }

    private static DataInputStream in(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // What matters is that nothing goes through any more.
        }
    }
}
