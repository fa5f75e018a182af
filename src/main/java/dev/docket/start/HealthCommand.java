package dev.docket.start;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * {@code health}: asks the service that runs beside it, with the same settings, whether it is ready. For containers,
 * whose images have neither a shell nor a client for HTTP.
 */
final class HealthCommand {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int OK = 200;

    private HealthCommand() {}

    /** Returns when the service is ready; {@link StartRefused} says what it is instead. */
    static void run(SmallRyeConfig settings) {
        String place = "http://127.0.0.1:" + PortCheck.port(settings) + "/q/health/ready";
        int status = ask(place);
        if (status != OK) {
            throw new StartRefused("The service is not ready: " + place + " is answered with " + status + ".");
        }
    }

    private static int ask(String place) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(place).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw new StartRefused("The service does not answer at " + place + " (" + e.getMessage() + ").", e);
        }
    }
}
