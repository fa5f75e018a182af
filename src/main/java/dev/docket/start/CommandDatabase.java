package dev.docket.start;

import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database of a command: the operator's, that of a Docket which runs in the same data directory, or the bundled
 * one, started for as long as the command takes.
 *
 * @param address where it is
 * @param started what to close afterwards
 */
record CommandDatabase(DatabaseAddress address, OpenDatabase started) implements AutoCloseable {
    static CommandDatabase open(SmallRyeConfig settings) {
        DocketConfig docket = settings.getConfigMapping(DocketConfig.class);
        DatabaseConfig database = settings.getConfigMapping(DatabaseConfig.class);
        OpenDatabase opened = new OpenDatabase();
        Optional<DatabaseAddress> sibling = database.url().isPresent()
                ? Optional.empty()
                : OpenDatabase.bundled().runningIn(Path.of(docket.dataDir()));
        return new CommandDatabase(sibling.orElseGet(() -> opened.open(docket, database)), opened);
    }

    @Override
    public void close() {
        started.close();
    }
}
