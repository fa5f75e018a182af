package dev.docket.start;

import dev.docket.start.train.UnexpectedAnswer;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.time.Duration;
import java.util.ServiceLoader;

/**
 * {@code train [seconds]}: keeps the service that runs beside it, with the same settings, busy with calls of all kinds. A
 * JVM that writes an AOT cache meanwhile writes down what a service does under load, and not only how it starts.
 */
final class TrainCommand {
    private static final int DEFAULT_SECONDS = 30;
    private static final int MOST_SECONDS = 600;

    private TrainCommand() {}

    static void run(SmallRyeConfig settings, String... args) {
        Duration length = length(args);
        if (settings.getConfigMapping(DatabaseConfig.class).url().isPresent()) {
            throw new StartRefused(
                    "'train' makes thousands of jobs: it works beside a service on a bundled database that"
                            + " can be thrown away, and not with DOCKET_DB_URL.");
        }
        String key = settings.getConfigMapping(DocketConfig.class)
                .apiKey()
                .orElseThrow(
                        () -> new StartRefused("'train' needs the key that the service knows, in DOCKET_API_KEY."));
        URI service = URI.create("http://127.0.0.1:" + PortCheck.port(settings));
        try {
            System.out.println(exercise().run(service, key, length));
        } catch (UnexpectedAnswer unexpected) {
            throw new StartRefused(unexpected.getMessage(), unexpected);
        }
    }

    private static Exercise exercise() {
        return ServiceLoader.load(Exercise.class)
                .findFirst()
                .orElseThrow(() -> new StartRefused("'train' is for the package for the JVM: this binary needs none."));
    }

    private static Duration length(String... args) {
        if (args.length == 1) {
            return Duration.ofSeconds(DEFAULT_SECONDS);
        }
        String seconds = args[1];
        if (args.length > 2 || !seconds.matches("[1-9][0-9]{0,2}") || Integer.parseInt(seconds) > MOST_SECONDS) {
            throw new StartRefused(
                    "'train' takes one argument at most: for how many seconds, 1 to " + MOST_SECONDS + ".");
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }
}
