package dev.docket.start;

import dev.docket.start.FindUnknownSettings.Unknown;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Docket's entry: the service without arguments; {@code keys …}, {@code organization …}, {@code migrate} and {@code
 * health} for operators; and {@code train} for those who build images.
 */
@QuarkusMain
public final class DocketMain {
    private static final Logger EARLY_LOG = Logger.getLogger("");
    private static final String USAGE =
            "Start Docket without arguments, or with 'keys create|list|rotate|revoke', 'organization list|show|purge',"
                    + " 'migrate', 'health' or 'train'.";

    DocketMain() {}

    public static void main(String... args) {
        boolean debug = Boolean.parseBoolean(System.getenv("DOCKET_DEBUG"));
        // Held back until Quarkus sets up logging, lines below this would bury the one that says why a start failed.
        EARLY_LOG.setLevel(Level.WARNING);
        try {
            SmallRyeConfig settings = Settings.read();
            debug |= settings.getConfigMapping(DocketConfig.class).debug();
            run(settings, args);
        } catch (StartRefused refused) {
            Refusal.print(refused, debug);
            System.exit(1);
        }
    }

    private static void run(SmallRyeConfig settings, String... args) {
        List<Unknown> unknown = FindUnknownSettings.in(settings);
        if (args.length == 0) {
            new Service(settings, unknown).run();
            return;
        }
        unknown.forEach(Unknown::print);
        switch (args[0]) {
            case "keys" -> KeyCommands.run(settings, args);
            case "organization" -> OrganizationCommands.run(settings, args);
            case "migrate" -> MigrateCommand.run(settings, args);
            case "health" -> HealthCommand.run(settings);
            case "train" -> TrainCommand.run(settings, args);
            default -> throw new StartRefused("Unknown command '" + args[0] + "'. " + USAGE);
        }
    }
}
