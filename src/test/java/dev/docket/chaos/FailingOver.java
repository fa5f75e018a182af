package dev.docket.chaos;

import dev.docket.start.DatabaseAddress;
import dev.docket.wire.CuttingProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** A process of the API whose primary and whose replica can be others from one moment to the next. */
final class FailingOver implements AutoCloseable {
    private final Path directory;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final ChaosDatabase primary;
    private final CuttingProxy toPrimary;
    private final CuttingProxy toReplica;
    private final ServiceProcess service;

    private FailingOver(Path directory) {
        this.directory = directory;
        primary = opened(ChaosDatabase.start(directory.resolve("primary")));
        haveReader(primary);
        toPrimary = opened(CuttingProxy.before(primary.address().place()));
        toReplica = opened(CuttingProxy.before("127.0.0.1:1"));
        String place = primary.address().place();
        service = start(place.substring(place.indexOf('/') + 1));
    }

    static FailingOver start(Path directory) {
        return new FailingOver(directory);
    }

    /** Who reads from the replica may do that, and see what it is sent, and no more. */
    private static void haveReader(ChaosDatabase server) {
        server.sql().execute("create role reader login password 'reads'");
        server.sql().execute("grant pg_read_all_data, pg_read_all_stats to reader");
    }

    ChaosDatabase primary() {
        return primary;
    }

    /** A further process, whose replica's URL names this database. */
    ServiceProcess start(String replicaDatabase) {
        return opened(ServiceProcess.start(directory, settings(replicaDatabase)));
    }

    /** A database with the same tables in the same cluster. */
    void haveSister(String name) {
        primary.sql().execute("create database " + name);
        String place = primary.address().place();
        Map<String, String> settings = new HashMap<>(settings(name));
        settings.put("DOCKET_DB_URL", "postgresql://" + place.substring(0, place.indexOf('/') + 1) + name);
        ServiceProcess.start(directory, settings).close();
    }

    ServiceProcess service() {
        return service;
    }

    /** A standby of what is where the primary is now, of this name. */
    Standby standby(String name) {
        return standby(name, primaryThrough(toPrimary));
    }

    /** A standby that gets the log from another one. */
    Standby standby(String name, Standby upstream) {
        return standby(name, upstream.address());
    }

    private Standby standby(String name, DatabaseAddress upstream) {
        return opened(Standby.start(primary, directory.resolve(name), upstream));
    }

    private DatabaseAddress primaryThrough(CuttingProxy proxy) {
        DatabaseAddress real = primary.address();
        return new DatabaseAddress(
                proxy.place() + "/", real.jdbcUrl(), real.reactive(), real.username(), real.password());
    }

    /** A primary of another cluster that takes the same password. */
    ChaosDatabase stranger(String name) {
        try {
            Path own = Files.createDirectory(directory.resolve(name));
            Files.copy(
                    directory.resolve("primary/password"), own.resolve("password"), StandardCopyOption.COPY_ATTRIBUTES);
            ChaosDatabase other = opened(ChaosDatabase.start(own));
            haveReader(other);
            return other;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends with all the rest. */
    <T extends AutoCloseable> T opened(T one) {
        open.push(one);
        return one;
    }

    /** From now on the primary's URL leads there. */
    void primaryIs(Sql server) {
        toPrimary.leadTo(server.address().place());
        toPrimary.cutAll();
    }

    /** From now on the replica's URL leads there. */
    void replicaIs(Sql server) {
        toReplica.leadTo(server.address().place());
        toReplica.cutAll();
    }

    double readsOfReplica() {
        return service.metric(ReplicatedServices.FRESH);
    }

    /** Comes back once the replica answers. */
    void untilReplicaAnswers() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    double before = readsOfReplica();
                    return service.get("/v1/jobs").statusCode() == 200 && readsOfReplica() > before;
                });
    }

    private Map<String, String> settings(String replicaDatabase) {
        String place = primary.address().place();
        return Map.of(
                // Without an executor jobs stay as they are.
                "DOCKET_ROLES",
                "api",
                "DOCKET_DB_URL",
                "postgresql://" + toPrimary.place() + place.substring(place.indexOf('/')),
                "DOCKET_DB_REPLICA_URL",
                "postgresql://reader:reads@" + toReplica.place() + "/" + replicaDatabase,
                "DOCKET_DB_USERNAME",
                primary.address().username(),
                "DOCKET_DB_PASSWORD",
                primary.address().password(),
                "DOCKET_DB_REPLICA_PATIENCE",
                "1S");
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
