package dev.docket.chaos;

import dev.docket.start.DatabaseAddress;
import dev.docket.wire.CuttingProxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One process of the service and its own way to the database, both of which can be made to fail. */
final class Member implements AutoCloseable {
    private final Path directory;
    private final Map<String, String> settings;
    private final CuttingProxy proxy;
    private final String database;
    private volatile CompletableFuture<ServiceProcess> process =
            CompletableFuture.failedFuture(new IllegalStateException("not started"));

    Member(Path directory, DatabaseAddress address, Map<String, String> settings) {
        this.directory = directory;
        this.settings = settings;
        this.proxy = CuttingProxy.before(address.place());
        this.database = address.place().substring(address.place().indexOf('/'));
    }

    CuttingProxy proxy() {
        return proxy;
    }

    /** Starts a process; returns at once. */
    void begin() {
        begin(Map.of());
    }

    private void begin(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("DOCKET_DB_URL", "postgresql://" + proxy.place() + database);
        all.putAll(more);
        process = CompletableFuture.supplyAsync(
                () -> ServiceProcess.start(directory, all, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /** The process, once it is ready. */
    ServiceProcess awaitReady() {
        return process.join();
    }

    /** The process if it is there to be called. */
    Optional<ServiceProcess> ready() {
        CompletableFuture<ServiceProcess> now = process;
        return now.isDone() && !now.isCompletedExceptionally()
                ? Optional.of(now.join()).filter(ServiceProcess::isAlive)
                : Optional.empty();
    }

    /** Kills the process and starts another one in its place. */
    void replace() {
        replace(Map.of());
    }

    /** The same with some settings of its own. */
    void replace(Map<String, String> more) {
        awaitReady().kill();
        begin(more);
    }

    @Override
    public void close() {
        ready().ifPresent(ServiceProcess::kill);
        proxy.close();
    }
}
