package dev.docket.start;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL that comes with Docket. Found with {@link java.util.ServiceLoader}, so that a build without it, the
 * native one, leaves out the provider and everything behind it.
 */
public interface BundledDatabase {
    /**
     * Starts the server on a directory and keeps others out of it until it is closed.
     *
     * @throws StartRefused when the directory is in use, cannot be written, or cannot be served
     */
    Running start(Path directory);

    /** The server of another Docket process that works in the directory now, if there is one. */
    Optional<DatabaseAddress> runningIn(Path directory);

    /** A server that this process answers for. */
    interface Running extends AutoCloseable {
        DatabaseAddress address();

        /** Stops the server cleanly and lets others in; once, and again without effect. */
        @Override
        void close();
    }
}
