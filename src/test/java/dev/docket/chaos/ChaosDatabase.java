package dev.docket.chaos;

import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** A server of the harness' own, as durable as the service needs it, that can be crashed and started again. */
final class ChaosDatabase implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("target", "postgres");
    private static final int CRASH_SECONDS = 30;

    private final Path directory;
    private BundledDatabase.Running server;

    private ChaosDatabase(Path directory) {
        this.directory = directory;
        this.server = new EmbeddedPostgres().start(directory, PROGRAMS);
    }

    static ChaosDatabase start(Path directory) {
        return new ChaosDatabase(directory);
    }

    DatabaseAddress address() {
        return server.address();
    }

    /** A base backup of what is there, in a directory to be made, from which a server can be started. */
    Path backUp(Path to) {
        try {
            Files.createDirectory(to);
            Files.copy(directory.resolve("password"), to.resolve("password"), StandardCopyOption.COPY_ATTRIBUTES);
            BaseBackup.take(address(), directory.resolve("database"), to.resolve("database"));
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code pg_ctl stop -m immediate} does: every process of the server ends at once and nothing is written. */
    void crash() {
        try {
            long pid = Long.parseLong(Files.readAllLines(directory.resolve("database/postmaster.pid"))
                    .get(0)
                    .strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            Signals.send("QUIT", pid);
            postmaster.onExit().orTimeout(CRASH_SECONDS, TimeUnit.SECONDS).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the crashed server again; it recovers, and may listen on another port than before. */
    void restart() {
        server.close();
        server = new EmbeddedPostgres().start(directory, PROGRAMS);
    }

    Sql sql() {
        return new Sql(address());
    }

    int count(String sql) {
        return sql().count(sql);
    }

    @Override
    public void close() {
        server.close();
    }
}
