package dev.docket.endpoint.upstream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service as it was configured, checked.
 *
 * @param name {@code default} for the one without a name
 * @param basePath what comes before the path of an endpoint: empty, or with a slash at its start and none at its end
 * @param headers what every call carries; has secrets in it
 * @param secrets values that must not leave this process by another way than a call to the service
 * @param trusted a file with the certificates to trust, empty for those of the JVM
 */
record Service(
        String name,
        boolean tls,
        String host,
        int port,
        String basePath,
        List<Map.Entry<String, String>> headers,
        List<String> secrets,
        int concurrency,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration idleTimeout,
        Duration totalTimeout,
        int maxAnswer,
        Optional<String> cancelPath,
        Duration cancelTimeout,
        Optional<Path> trusted) {

    /** Without the secrets that the record's own text would have. */
    @Override
    public String toString() {
        return "upstream service " + name;
    }
}
