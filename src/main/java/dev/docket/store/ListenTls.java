package dev.docket.store;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the listening connection is encrypted: as the pool's are, whose settings it shares. */
@ApplicationScoped
public class ListenTls {
    private static final String POOL = "quarkus.datasource.reactive.";

    private final Optional<String> mode;
    private final Optional<Boolean> trustAll;
    private final Optional<List<String>> certificates;
    private final Optional<String> hostnames;

    /** Takes the settings of the pool; one that is empty leaves the client's default. */
    public ListenTls(
            @ConfigProperty(name = POOL + "postgresql.ssl-mode") Optional<String> mode,
            @ConfigProperty(name = POOL + "trust-all") Optional<Boolean> trustAll,
            @ConfigProperty(name = POOL + "trust-certificate-pem.certs") Optional<List<String>> certificates,
            @ConfigProperty(name = POOL + "hostname-verification-algorithm") Optional<String> hostnames) {
        this.mode = mode;
        this.trustAll = trustAll;
        this.certificates = certificates;
        this.hostnames = hostnames;
    }

    /** Sets what the pool has; without it the password would be asked for over a bare connection. */
    public void applyTo(PgConnectOptions options) {
        mode.map(SslMode::of).ifPresent(options::setSslMode);
        trustAll.ifPresent(options::setTrustAll);
        certificates.map(ListenTls::trusting).ifPresent(options::setPemTrustOptions);
        hostnames.ifPresent(options::setHostnameVerificationAlgorithm);
    }

    private static PemTrustOptions trusting(List<String> certificates) {
        PemTrustOptions trust = new PemTrustOptions();
        certificates.forEach(trust::addCertPath);
        return trust;
    }
}
