package dev.docket.start;

import java.nio.file.Path;
import java.util.ServiceLoader;

/** The database this process works on: the operator's, or the bundled one, which is then started and stopped here. */
final class OpenDatabase implements AutoCloseable {
    private BundledDatabase.Running bundled;
    private boolean closed;

    /** Synchronized with {@link #close()}: a signal that comes during the start waits and then stops the server. */
    synchronized DatabaseAddress open(DocketConfig docket, DatabaseConfig database) {
        if (closed) {
            throw new StartRefused("Docket was told to stop before it had started.");
        }
        if (database.url().isPresent()) {
            return ExternalDatabase.address(database);
        }
        bundled = bundled().start(Path.of(docket.dataDir()));
        return bundled.address();
    }

    static BundledDatabase bundled() {
        return ServiceLoader.load(BundledDatabase.class)
                .findFirst()
                .orElseThrow(() -> new StartRefused("This build of Docket bundles no PostgreSQL:"
                        + " set DOCKET_DB_URL, for example to postgresql://user@host:5432/docket."));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (bundled != null) {
            bundled.close();
        }
    }
}
