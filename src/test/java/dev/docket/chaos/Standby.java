package dev.docket.chaos;

import dev.docket.start.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A hot standby of a {@link ChaosDatabase}, made from its files while it runs, whose replay can be held up. */
final class Standby implements AutoCloseable {
    private final ChaosDatabase server;

    private Standby(ChaosDatabase server) {
        this.server = server;
    }

    static Standby start(ChaosDatabase primary, Path directory) {
        return start(primary, directory, primary.address());
    }

    /** @param upstream which server it gets the log from */
    static Standby start(ChaosDatabase primary, Path directory, DatabaseAddress upstream) {
        try {
            Path cluster = primary.backUp(directory).resolve("database");
            Files.writeString(cluster.resolve("standby.signal"), "");
            Files.writeString(
                    cluster.resolve("postgresql.auto.conf"),
                    "primary_conninfo = '" + connection(upstream) + "'\n",
                    StandardOpenOption.APPEND);
            return new Standby(ChaosDatabase.start(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String connection(DatabaseAddress upstream) {
        String[] place = upstream.place().split("[:/]");
        return "host=%s port=%s user=%s password=%s"
                .formatted(place[0], place[1], upstream.username(), upstream.password());
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

    /** From now on it is a primary, on a timeline of its own. */
    void promote() {
        sql().execute("select pg_promote()");
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
