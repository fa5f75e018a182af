package dev.docket.chaos;

import dev.docket.start.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * PgBouncer in transaction mode before a server, where it is installed. Strict, as it is when nobody tells it to look
 * away: it refuses what it does not know, and it has fewer sessions than the service has connections.
 */
final class PgBouncer implements AutoCloseable {
    private static final int SESSIONS = 6;

    private final Process process;
    private final int port;
    private final String database;

    private PgBouncer(Process process, int port, String database) {
        this.process = process;
        this.port = port;
        this.database = database;
    }

    /** Found on the path, or where Debian puts it. */
    static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(directory -> Path.of(directory, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static PgBouncer before(DatabaseAddress server, Path directory) {
        try {
            int port = freePort();
            Path users = directory.resolve("users.txt");
            Files.writeString(users, "\"%s\" \"%s\"%n".formatted(server.username(), server.password()));
            Path settings = directory.resolve("pgbouncer.ini");
            String[] place = server.place().split("[:/]");
            Files.writeString(settings, """
                    [databases]
                    * = host=%s port=%s

                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = scram-sha-256
                    auth_file = %s
                    pool_mode = transaction
                    default_pool_size = %d
                    max_client_conn = 500
                    """.formatted(place[0], place[1], port, users, SESSIONS));
            Process process = new ProcessBuilder(command(settings))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("pgbouncer.log").toFile())
                    .start();
            return new PgBouncer(process, port, place[2]).whenListening();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the service finds the database. */
    String url() {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** It refuses root, who is nobody in a namespace of users and can still read the files. */
    private static List<String> command(Path settings) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(List.of(program().orElseThrow().toString(), settings.toString()));
        return command;
    }

    private PgBouncer whenListening() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::isListening);
        return this;
    }

    private boolean isListening() {
        if (!process.isAlive()) {
            throw new IllegalStateException("PgBouncer ended with " + process.exitValue());
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
