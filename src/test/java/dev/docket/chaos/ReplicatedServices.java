package dev.docket.chaos;

import dev.docket.wire.CuttingProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** Two processes of the API, a primary, and a standby behind a proxy, which comes up after both were ready. */
final class ReplicatedServices implements AutoCloseable {
    static final String FRESH = "docket_reads_total{from=\"replica\",why=\"fresh\"";
    static final String PRIMARY = "docket_reads_total{from=\"primary\"";

    private static final String NOWHERE = "127.0.0.1:1";

    private final Path directory;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final ChaosDatabase primary;
    private final CuttingProxy proxy;
    private final ServiceProcess writer;
    private final ServiceProcess reader;
    private final Standby standby;

    private ReplicatedServices(Path directory) {
        this.directory = directory;
        primary = opened(ChaosDatabase.start(directory.resolve("primary")));
        proxy = opened(CuttingProxy.before(NOWHERE));
        writer = start("api");
        reader = start("api");
        standby = opened(Standby.start(primary, directory.resolve("standby")));
        findStandby();
    }

    static ReplicatedServices start(Path directory) {
        return new ReplicatedServices(directory);
    }

    ServiceProcess start(String roles) {
        return opened(ServiceProcess.start(directory, settings(roles)));
    }

    ChaosDatabase primary() {
        return primary;
    }

    Standby standby() {
        return standby;
    }

    ServiceProcess writer() {
        return writer;
    }

    ServiceProcess reader() {
        return reader;
    }

    void crashStandby() {
        standby.crash();
    }

    void restartStandby() {
        standby.restart();
        findStandby();
    }

    void cutOffStandby() {
        proxy.cutAll();
    }

    /** Which standbys a commit waits for, nobody's for none; comes back once one does. */
    void synchronousStandby(String name) {
        primary.sql().execute("alter system set synchronous_standby_names = '" + name + "'");
        primary.sql().execute("select pg_reload_conf()");
        if (!name.isEmpty()) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::aCommitWaits);
        }
    }

    /** A process of the server's own takes notice of the setting, and not at once. */
    private boolean aCommitWaits() {
        CompletableFuture.runAsync(
                () -> primary.sql().execute("select pg_logical_emit_message(true, '', '')"),
                command -> new Thread(command).start());
        return primary.count("select count(*) from pg_stat_activity where wait_event = 'SyncRep'") > 0;
    }

    /** Comes back once both processes are answered by the standby. */
    void untilUsed() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> isUsedBy(writer) && isUsedBy(reader));
    }

    private static boolean isUsedBy(ServiceProcess service) {
        double before = service.metric(FRESH);
        service.get("/v1/jobs");
        return service.metric(FRESH) > before;
    }

    private void findStandby() {
        proxy.leadTo(standby.address().place());
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.push(one);
        return one;
    }

    private Map<String, String> settings(String roles) {
        String place = primary.address().place();
        Map<String, String> settings = new HashMap<>();
        settings.put("DOCKET_ROLES", roles);
        settings.put("DOCKET_DB_URL", "postgresql://" + place);
        settings.put("DOCKET_DB_REPLICA_URL", "postgresql://" + proxy.place() + place.substring(place.indexOf('/')));
        settings.put("DOCKET_DB_USERNAME", primary.address().username());
        settings.put("DOCKET_DB_PASSWORD", primary.address().password());
        // The first reads of a process load its classes, and a busy machine replays when it comes to it.
        settings.put("DOCKET_DB_REPLICA_PATIENCE", "1S");
        return settings;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
