package dev.docket.history;

import dev.docket.chaos.ServiceProcess;
import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** Processes of the packaged service on one database, which outlives each of them. */
final class Services implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("target", "postgres");
    /** For a short life: the better code of a longer one would cost more to make than it saves. */
    private static final String[] SHORT_LIFE = {"-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};

    private final Path directory;
    private final BundledDatabase.Running database;
    private final Map<String, String> settings;
    private final List<ServiceProcess> running = new CopyOnWriteArrayList<>();

    private Services(Path directory, BundledDatabase.Running database, Map<String, String> settings) {
        this.directory = directory;
        this.database = database;
        this.settings = settings;
    }

    static Services start(Path directory, int processes, Map<String, String> settings) {
        BundledDatabase.Running database = new EmbeddedPostgres().start(directory.resolve("database"), PROGRAMS);
        Services services = new Services(directory, database, settings);
        for (int i = 0; i < processes; i++) {
            services.startOne();
        }
        return services;
    }

    /** The port of one of the services that run. */
    int any() {
        List<ServiceProcess> now = List.copyOf(running);
        return now.get(ThreadLocalRandom.current().nextInt(now.size())).port();
    }

    /** Kills the one that has run longest, as {@code kill -9} does, and starts another. */
    void replaceOne() {
        ServiceProcess oldest = running.remove(0);
        oldest.kill();
        startOne();
    }

    /** The sum of the metric over the processes that run. */
    double metric(String beginning) {
        return running.stream().mapToDouble(one -> one.metric(beginning)).sum();
    }

    private void startOne() {
        DatabaseAddress address = database.address();
        Map<String, String> all = new HashMap<>(settings);
        all.put("DOCKET_DB_URL", "postgresql://" + address.place());
        all.put("DOCKET_DB_USERNAME", address.username());
        all.put("DOCKET_DB_PASSWORD", address.password());
        running.add(ServiceProcess.start(directory, all, SHORT_LIFE));
    }

    @Override
    public void close() {
        new ArrayList<>(running).forEach(ServiceProcess::close);
        database.close();
    }
}
