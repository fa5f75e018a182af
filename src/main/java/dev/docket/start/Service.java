package dev.docket.start;

import dev.docket.start.FindUnknownSettings.Unknown;
import dev.docket.tenant.KeyMaterial;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;

/** Runs the service: checks, database, tables, first key, and then Quarkus until a signal. */
final class Service {
    private static final Logger LOG = Logger.getLogger(Service.class);

    private final SmallRyeConfig settings;
    private final List<Unknown> unknown;
    private final DocketConfig docket;
    private final OpenDatabase database = new OpenDatabase();
    private final CountDownLatch quarkusStopped = new CountDownLatch(1);
    private volatile boolean quarkusStarted;
    private volatile boolean stopping;

    /** @param unknown what was set beside the settings */
    Service(SmallRyeConfig settings, List<Unknown> unknown) {
        this.settings = settings;
        this.unknown = unknown;
        this.docket = settings.getConfigMapping(DocketConfig.class);
    }

    void run() {
        unknown.forEach(each -> LOG.warn(each.line()));
        try {
            ServiceLoader.load(StartupCheck.class).forEach(check -> check.check(settings));
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopDatabase, "database-stop"));
            DatabaseAddress address = prepareDatabase();
            address.quarkusProperties().forEach(System::setProperty);
            TraceReceiver.quarkusProperties(settings).forEach(System::setProperty);
            quarkusStarted = true;
            Quarkus.run(null, this::quarkusEnded);
        } catch (StartRefused refused) {
            // After a signal the database is gone from under the start: that is no fault to report.
            if (!stopping) {
                // What is logged so early is kept for the logging that is not set up any more.
                unknown.forEach(Unknown::print);
                throw refused;
            }
        }
    }

    private DatabaseAddress prepareDatabase() {
        DatabaseConfig config = settings.getConfigMapping(DatabaseConfig.class);
        DatabaseAddress address = database.open(docket, config);
        new PrepareDatabase(address, config.startWait()).tablesAndKey(docket).ifPresent(this::show);
        return address;
    }

    private void show(KeyMaterial key) {
        System.out.println(KeyBanner.text(key, docket.organization(), PortCheck.port(settings)));
    }

    private void quarkusEnded(int exitCode, Throwable failure) {
        quarkusStopped.countDown();
        if (failure != null && !stopping) {
            Refusal.print(QuarkusFailure.refusal(failure), docket.debug());
        }
        // In development mode the process goes on and this start is followed by another one.
        database.close();
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
    }

    /** Quarkus drains on the same signal in a hook of its own and needs the database until the end of that. */
    private void stopDatabase() {
        stopping = true;
        if (quarkusStarted) {
            awaitQuarkus();
        }
        database.close();
    }

    private void awaitQuarkus() {
        try {
            quarkusStopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
