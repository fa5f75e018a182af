package dev.docket.start;

import io.smallrye.config.SmallRyeConfig;

/**
 * {@code migrate}: brings the tables up to date and ends. A start does the same; a step of its own before it has no probe
 * that could cut a long migration short.
 */
final class MigrateCommand {
    private MigrateCommand() {}

    static void run(SmallRyeConfig settings, String... args) {
        if (args.length > 1) {
            throw new StartRefused("'migrate' takes no arguments: what it works on is in the settings.");
        }
        DatabaseConfig config = settings.getConfigMapping(DatabaseConfig.class);
        try (CommandDatabase database = CommandDatabase.open(settings)) {
            new PrepareDatabase(database.address(), config.startWait()).tables();
            System.out.println("The tables at " + database.address().place() + " are up to date.");
        }
    }
}
