package dev.docket.start.embedded;

import dev.docket.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies where in {@code docket.data-dir}.
 *
 * @param root the directory itself, absolute and without symbolic links
 */
record DataDirectory(Path root) {
    static DataDirectory at(Path directory) {
        try {
            // Through a link the server would report another path than the one asked for.
            return new DataDirectory(
                    Files.createDirectories(directory.toAbsolutePath()).toRealPath());
        } catch (IOException e) {
            throw unusable(directory.toAbsolutePath(), e);
        }
    }

    static StartRefused unusable(Path path, IOException cause) {
        return new StartRefused(
                "The data directory " + path + " cannot be used (" + cause + "): give this user the right to write it,"
                        + " or set DOCKET_DATA_DIR to another directory.",
                cause);
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** PostgreSQL's own directory. */
    Path cluster() {
        return root.resolve("database");
    }

    /** A cluster in the making; it takes its place in one step when it is whole. */
    Path unfinishedCluster() {
        return root.resolve("database.new");
    }

    Path password() {
        return root.resolve("password");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    Path previousLog() {
        return root.resolve("postgresql.log.1");
    }

    /** What there is of all this; the operator may keep other things in the same directory. */
    List<Path> present() {
        return Stream.of(lock(), cluster(), unfinishedCluster(), password(), log(), previousLog())
                .filter(Files::exists)
                .toList();
    }
}
