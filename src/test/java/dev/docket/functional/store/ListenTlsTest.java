package dev.docket.functional.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.store.ListenTls;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListenTlsTest {
    private final PgConnectOptions options = new PgConnectOptions();

    @Test
    void the_listening_connection_is_encrypted_when_the_pool_is() {
        tls("require", true, null, null).applyTo(options);

        assertThat(options.getSslMode()).isEqualTo(SslMode.REQUIRE);
        assertThat(options.isTrustAll()).isTrue();
    }

    @Test
    void the_listening_connection_verifies_what_the_pool_verifies() {
        tls("verify-full", null, List.of("ca.pem"), "HTTPS").applyTo(options);

        assertThat(options.getSslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(options.getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
        assertThat(((PemTrustOptions) options.getTrustOptions()).getCertPaths()).containsExactly("ca.pem");
        assertThat(options.isTrustAll()).isFalse();
    }

    @Test
    void nothing_is_set_for_a_pool_without_settings() {
        tls(null, null, null, null).applyTo(options);

        assertThat(options.getSslMode()).isEqualTo(SslMode.DISABLE);
        assertThat(options.getTrustOptions()).isNull();
    }

    private static ListenTls tls(String mode, Boolean trustAll, List<String> certificates, String hostnames) {
        return new ListenTls(
                Optional.ofNullable(mode),
                Optional.ofNullable(trustAll),
                Optional.ofNullable(certificates),
                Optional.ofNullable(hostnames));
    }
}
