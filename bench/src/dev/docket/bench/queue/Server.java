package dev.docket.bench.queue;

import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.embedded.Durability;
import dev.docket.start.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The PostgreSQL that everything is measured on, with one configuration for all scenarios. */
final class Server implements AutoCloseable {
    private final Path directory;
    private final BundledDatabase.Running running;
    private final long pid;
    private int databases;
    private boolean closed;

    private Server(Path directory, BundledDatabase.Running running, long pid) {
        this.directory = directory;
        this.running = running;
        this.pid = pid;
    }

    static Server start(Path directory, int connections) throws SQLException {
        BundledDatabase.Running running = new EmbeddedPostgres(Durability.KEPT, settings(connections))
                .start(directory, Path.of("target", "postgres"));
        return new Server(directory, running, pid(running.address()));
    }

    /** The parent of a process that serves a connection. */
    private static long pid(DatabaseAddress address) throws SQLException {
        try (Connection connection = address.connect();
                ResultSet row = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .map(ProcessHandle::pid)
                    .orElseThrow();
        }
    }

    /** What a server for a queue is commonly given on a machine of this size. */
    private static Map<String, String> settings(int connections) {
        Map<String, String> settings = new HashMap<>();
        settings.put("max_connections", Integer.toString(connections));
        settings.put("shared_buffers", "512MB");
        settings.put("effective_cache_size", "2GB");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "128MB");
        // No checkpoint is forced in the middle of a run.
        settings.put("max_wal_size", "4GB");
        settings.put("min_wal_size", "1GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("autovacuum_naptime", "10s");
        settings.put("jit", "off");
        return settings;
    }

    long pid() {
        return pid;
    }

    String version() throws SQLException {
        return new Database(running.address()).text("show server_version");
    }

    /** A new and empty database. */
    Database database() throws SQLException {
        String name = "bench_" + ++databases;
        Database first = new Database(running.address());
        first.run("create database " + name);
        return first.named(name);
    }

    void drop(Database database) throws SQLException {
        new Database(running.address()).run("drop database " + database.name() + " with (force)");
    }

    /** Stops it and deletes its files, which may be large; once, also when the program is told to end meanwhile. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        running.close();
        try {
            Trees.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
