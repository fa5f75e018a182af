package dev.docket.chaos;

import dev.docket.start.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A hot standby of a {@link ChaosDatabase}, made from its files while it runs, whose replay can be held up. */
final class Standby implements AutoCloseable {
    private final ChaosDatabase server;

    private Standby(ChaosDatabase server) {
        this.server = server;
    }

    /** @param of where the primary's files are */
    static Standby start(ChaosDatabase primary, Path of, Path directory) {
        try {
            Files.createDirectory(directory);
            Files.copy(of.resolve("password"), directory.resolve("password"), StandardCopyOption.COPY_ATTRIBUTES);
            Path cluster = directory.resolve("database");
            BaseBackup.take(primary.address(), of.resolve("database"), cluster);
            Files.writeString(cluster.resolve("standby.signal"), "");
            Files.writeString(
                    cluster.resolve("postgresql.auto.conf"),
                    "primary_conninfo = '" + connection(primary.address()) + "'\n",
                    StandardOpenOption.APPEND);
            return new Standby(ChaosDatabase.start(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String connection(DatabaseAddress primary) {
        String[] place = primary.place().split("[:/]");
        return "host=%s port=%s user=%s password=%s"
                .formatted(place[0], place[1], primary.username(), primary.password());
    }

    DatabaseAddress address() {
        return server.address();
    }

    Sql sql() {
        return server.sql();
    }

    /** From now on it shows what it shows now. */
    void pause() {
        sql().execute("select pg_wal_replay_pause()");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sql().count("select count(*) where pg_get_wal_replay_pause_state() = 'paused'") == 1);
    }

    void resume() {
        sql().execute("select pg_wal_replay_resume()");
    }

    void crash() {
        server.crash();
    }

    /** Comes back, maybe on another port than before. */
    void restart() {
        server.restart();
    }

    @Override
    public void close() {
        server.close();
    }
}
