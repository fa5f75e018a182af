package dev.docket.start.embedded;

import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.StartRefused;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;

/** A started server and the lock that keeps its directory, given back together and in that order. */
final class RunningServer implements BundledDatabase.Running {
    private final Server server;
    private final DataDirectoryLock lock;
    private final DatabaseAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunningServer(Server server, DataDirectoryLock lock, DatabaseAddress address) {
        this.server = server;
        this.lock = lock;
        this.address = address;
    }

    static RunningServer start(Server server, DataDirectoryLock lock) throws IOException {
        int port = server.start();
        RunningServer running = new RunningServer(server, lock, LocalAddress.of(server.directory(), port));
        try {
            ensureDatabase(LocalAddress.of(server.directory(), port, "postgres"));
            return running;
        } catch (SQLException e) {
            running.close();
            throw new StartRefused(
                    "The database in " + server.directory().root() + " does not let Docket in ("
                            + e.getMessage().lines().findFirst().orElse("")
                            + "): restore its password file, which belongs to the database beside it.",
                    e);
        }
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            server.stop();
        } catch (IOException e) {
            throw new StartRefused(
                    "The database in " + server.directory().root() + " could not be stopped (" + e.getMessage()
                            + "): the next start stops it.",
                    e);
        } finally {
            lock.close();
        }
    }

    private static void ensureDatabase(DatabaseAddress maintenance) throws SQLException {
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT 1 FROM pg_database WHERE datname = '" + LocalAddress.DATABASE + "'")) {
            if (!found.next()) {
                connection.createStatement().execute("CREATE DATABASE " + LocalAddress.DATABASE);
            }
        }
    }
}
