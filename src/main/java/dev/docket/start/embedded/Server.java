package dev.docket.start.embedded;

import dev.docket.start.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts and stops the server process with pg_ctl, which puts it in a session of its own: Ctrl-C in the terminal
 * reaches Docket alone, which still needs its database to shut down in order.
 */
record Server(
        DataDirectory directory,
        PostgresBinaries binaries,
        Unprivileged way,
        Durability durability,
        Map<String, String> settings) {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final int TRIES = 3;

    /** Starts it and returns the port it listens on. */
    int start() throws IOException {
        Optional<PostmasterFile> found = PostmasterFile.in(directory.cluster());
        if (found.isPresent() && found.get().isAlive()) {
            // Left behind by a Docket that was killed. Stopped rather than used: its settings are that one's.
            stop();
        }
        PostmasterFile.deleteStale(directory.cluster());
        Command.Ended ended = null;
        for (int tried = 0; tried < TRIES; tried++) {
            int port = freePort();
            keepPreviousLog();
            ended = Command.run(way.with(startCommand(port)), START_LIMIT.plusSeconds(5));
            if (ended.succeeded()) {
                return port;
            }
        }
        throw new StartRefused("The database in " + directory.root() + " does not start (" + ended.lastLine() + "): "
                + directory.log() + " says why.");
    }

    void stop() throws IOException {
        Command.Ended ended = Command.run(way.with(stopCommand("fast")), STOP_LIMIT.plusSeconds(5));
        if (!ended.succeeded()
                && PostmasterFile.in(directory.cluster())
                        .filter(PostmasterFile::isAlive)
                        .isPresent()) {
            // Safe, if slower at the next start: the server recovers as after a crash.
            Command.run(way.with(stopCommand("immediate")), STOP_LIMIT.plusSeconds(5));
        }
    }

    private List<String> startCommand(int port) {
        return List.of(
                binaries.program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=" + START_LIMIT.toSeconds(),
                "--pgdata=" + directory.cluster(),
                "--log=" + directory.log(),
                "--options=" + ServerSettings.options(port, durability, settings));
    }

    private List<String> stopCommand(String mode) {
        return List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--wait",
                "--timeout=" + STOP_LIMIT.toSeconds(),
                "--mode=" + mode,
                "--pgdata=" + directory.cluster());
    }

    private void keepPreviousLog() throws IOException {
        if (Files.exists(directory.log())) {
            Files.move(directory.log(), directory.previousLog(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
