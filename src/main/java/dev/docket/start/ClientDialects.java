package dev.docket.start;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says one URL to the JDBC driver and to the reactive client, which know different parameters. */
final class ClientDialects {
    private static final String PREFIX = "quarkus.datasource.reactive.";

    /** What the server itself understands; the reactive client sends it any other name too, and is turned away. */
    private static final Set<String> SERVER_PARAMETERS = Set.of("application_name", "options", "search_path");

    private static final Set<String> TLS_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private ClientDialects() {}

    static String jdbcUrl(DatabaseUrl url) {
        Map<String, String> parameters = new LinkedHashMap<>(url.parameters());
        if (tlsMode(url).startsWith("verify") && !parameters.containsKey("sslrootcert")) {
            // Without a certificate file the driver looks in the home directory; trust what Java trusts instead.
            parameters.putIfAbsent("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        return "jdbc:postgresql://" + url.place() + query(parameters);
    }

    static Map<String, String> reactive(DatabaseUrl url) {
        Map<String, String> parameters = new LinkedHashMap<>(url.parameters());
        parameters.keySet().retainAll(SERVER_PARAMETERS);
        parameters.putIfAbsent("application_name", "docket");
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(PREFIX + "url", "postgresql://" + url.place() + query(parameters));
        properties.put(PREFIX + "postgresql.ssl-mode", tlsMode(url));
        properties.putAll(trust(url));
        return properties;
    }

    /** For a connection that the reactive client opens outside of Quarkus' pools. */
    static PgConnectOptions options(DatabaseUrl url) {
        String mode = tlsMode(url);
        PgConnectOptions options =
                PgConnectOptions.fromUri("postgresql://" + url.place()).setSslMode(SslMode.of(mode));
        url.parameters().forEach((name, value) -> {
            if (SERVER_PARAMETERS.contains(name)) {
                options.addProperty(name, value);
            }
        });
        if (!mode.startsWith("verify")) {
            return options.setTrustAll(!mode.equals("disable"));
        }
        if (mode.equals("verify-full")) {
            options.setHostnameVerificationAlgorithm("HTTPS");
        }
        if (url.parameters().containsKey("sslrootcert")) {
            options.setPemTrustOptions(
                    new PemTrustOptions().addCertPath(url.parameters().get("sslrootcert")));
        }
        return options;
    }

    private static Map<String, String> trust(DatabaseUrl url) {
        String mode = tlsMode(url);
        Map<String, String> trust = new LinkedHashMap<>();
        if (!mode.startsWith("verify")) {
            // libpq's meaning of these modes: encrypt, but do not ask who answers.
            trust.put(PREFIX + "trust-all", String.valueOf(!mode.equals("disable")));
            return trust;
        }
        if (mode.equals("verify-full")) {
            trust.put(PREFIX + "hostname-verification-algorithm", "HTTPS");
        }
        if (url.parameters().containsKey("sslrootcert")) {
            trust.put(PREFIX + "trust-certificate-pem", "true");
            trust.put(PREFIX + "trust-certificate-pem.certs", url.parameters().get("sslrootcert"));
        }
        return trust;
    }

    private static String tlsMode(DatabaseUrl url) {
        String unset = "true".equals(url.parameters().get("ssl")) ? "verify-full" : "prefer";
        String mode = url.parameters().getOrDefault("sslmode", unset).toLowerCase(Locale.ROOT);
        if (!TLS_MODES.contains(mode)) {
            throw new StartRefused(url.variable() + " has sslmode '" + mode
                    + "': use disable, allow, prefer, require, verify-ca or verify-full.");
        }
        return mode;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
