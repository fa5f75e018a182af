package dev.docket.functional.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.start.PoolerCheck;
import dev.docket.start.PortCheck;
import dev.docket.start.RangesCheck;
import dev.docket.start.ReplicaCheck;
import dev.docket.start.RolesCheck;
import dev.docket.start.StartRefused;
import dev.docket.start.StartupCheck;
import dev.docket.start.TenantCheck;
import dev.docket.start.TraceReceiver;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupCheckTest {
    @Test
    void every_check_is_found_by_the_start() {
        assertThat(ServiceLoader.load(StartupCheck.class).stream().map(ServiceLoader.Provider::type))
                .contains(
                        RolesCheck.class,
                        TenantCheck.class,
                        PoolerCheck.class,
                        PortCheck.class,
                        TraceReceiver.class,
                        ReplicaCheck.class,
                        RangesCheck.class);
    }

    /** A check that is left out of it ends the start of a native binary before any setting is looked at. */
    @Test
    void every_check_is_known_to_native_images() throws ClassNotFoundException {
        RegisterForReflection known =
                Class.forName("dev.docket.start.ServiceTypes").getAnnotation(RegisterForReflection.class);

        assertThat(ServiceLoader.load(StartupCheck.class).stream().<Class<?>>map(ServiceLoader.Provider::type))
                .isSubsetOf(known.targets());
    }

    @Test
    void a_process_has_both_roles_unless_it_is_told_otherwise() {
        assertThat(SettingsOf.docket(Map.of()).roles()).containsExactly("api", "executor");
        assertThat(SettingsOf.docket(Map.of("docket.roles", "executor")).roles())
                .containsExactly("executor");
    }

    @Test
    void a_role_that_does_not_exist_is_refused_by_name() {
        assertThatThrownBy(() -> check(new RolesCheck(), "docket.roles", "api,worker"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("'worker'");
    }

    @ParameterizedTest
    @CsvSource({
        "docket.jobs.attempts, 0, DOCKET_JOBS_ATTEMPTS is '0': it must be 1 or more.",
        "docket.jobs.attempts, many, DOCKET_JOBS_ATTEMPTS is 'many': it must be a whole number.",
        "docket.jobs.lifetime, 59S, DOCKET_JOBS_LIFETIME is '59S': it must be from 60S to 36500D.",
        "docket.jobs.patience, 40000D, DOCKET_JOBS_PATIENCE is '40000D': it must be from 0S to 36500D.",
        "docket.jobs.grace, -1D, DOCKET_JOBS_GRACE is '-1D': it must be from 0S to 36500D.",
        "docket.jobs.grace, long, 'DOCKET_JOBS_GRACE is ''long'': it must be a time such as 5S, 2M, 24H or 7D.'",
        "docket.local.threads, 0, DOCKET_LOCAL_THREADS is '0': it must be 1 or more.",
        "docket.maintenance.batch, 0, DOCKET_MAINTENANCE_BATCH is '0': it must be 1 or more.",
        "docket.bulk-cancel.batch, 0, DOCKET_BULK_CANCEL_BATCH is '0': it must be 1 or more.",
        "docket.auth.cache-ttl, -1S, DOCKET_AUTH_CACHE_TTL is '-1S': it must be from 0S to 36500D.",
        "docket.db.reserved-connections, 1, DOCKET_DB_RESERVED_CONNECTIONS is '1': it must be 2 or more.",
        "docket.limits.body-bytes, 0, DOCKET_LIMITS_BODY_BYTES is '0': it must be 1 or more.",
        "docket.limits.body-bytes, big, 'DOCKET_LIMITS_BODY_BYTES is ''big'': it must be a size such as 512K'",
        "docket.local.max-document, 0, DOCKET_LOCAL_MAX_DOCUMENT is '0': it must be 1 or more.",
        "docket.leases.lease, long, DOCKET_LEASES_LEASE is 'long': it must be a time",
        "docket.leases.lease, 11S, DOCKET_LEASES_LEASE is 11S and DOCKET_LEASES_HEARTBEAT 4S",
        "docket.leases.heartbeat, 7S, DOCKET_LEASES_LEASE is 20S and DOCKET_LEASES_HEARTBEAT 7S"
    })
    void a_number_or_time_that_cannot_be_followed_is_refused_by_its_name(String key, String value, String line) {
        assertThatThrownBy(() -> check(new RangesCheck(), key, value))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(line);
    }

    @Test
    void the_least_that_is_of_use_is_taken() {
        Map<String, String> least = Map.of(
                "docket.jobs.attempts", "1",
                "docket.jobs.patience", "0S",
                "docket.jobs.lifetime", "1M",
                "docket.leases.lease", "3S",
                "docket.leases.heartbeat", "1S",
                "docket.limits.queued-per-organization", "0");

        assertThatCode(() -> new RangesCheck().check(SettingsOf.keys(least))).doesNotThrowAnyException();
        assertThatCode(() -> new RangesCheck().check(SettingsOf.keys(Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void a_pooler_without_a_way_past_it_is_refused() {
        Map<String, String> pooled = Map.of("docket.db.url", "postgresql://u@h/d", "docket.db.pooler", "transaction");

        assertThatThrownBy(() -> new PoolerCheck().check(SettingsOf.keys(pooled)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DOCKET_DB_SESSION_URL");
    }

    @Test
    void a_pooler_of_the_embedded_database_is_refused() {
        assertThatThrownBy(() -> check(new PoolerCheck(), "docket.db.pooler", "transaction"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DOCKET_DB_URL");
    }

    @Test
    void a_pooler_with_a_way_past_it_is_taken() {
        Map<String, String> pooled = Map.of(
                "docket.db.url", "postgresql://u@h/d",
                "docket.db.pooler", "transaction",
                "docket.db.session-url", "postgresql://s/d");

        assertThatCode(() -> new PoolerCheck().check(SettingsOf.keys(pooled))).doesNotThrowAnyException();
    }

    @Test
    void a_replica_of_the_embedded_database_is_refused() {
        assertThatThrownBy(() -> check(new ReplicaCheck(), "docket.db.replica-url", "postgresql://u@r/d"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DOCKET_DB_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "docket.db.replica-url, replica:5432, DOCKET_DB_REPLICA_URL",
        "docket.db.replica-url, postgresql://r/d?sslmode=some, DOCKET_DB_REPLICA_URL",
        "docket.db.replica-url, 'postgresql://r1:5432,r2:5432/d', 'DOCKET_DB_REPLICA_URL is no PostgreSQL URL'",
        "docket.db.replica-connections, 0, DOCKET_DB_REPLICA_CONNECTIONS",
        "docket.db.replica-patience, 0S, DOCKET_DB_REPLICA_PATIENCE"
    })
    void a_replica_that_could_never_be_asked_is_refused_by_the_settings_name(String key, String value, String name) {
        Map<String, String> settings = new HashMap<>(
                Map.of("docket.db.url", "postgresql://u@h/d", "docket.db.replica-url", "postgresql://r/d"));
        settings.put(key, value);

        assertThatThrownBy(() -> new ReplicaCheck().check(SettingsOf.keys(settings)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_replica_of_a_database_of_ones_own_is_taken() {
        Map<String, String> replicated =
                Map.of("docket.db.url", "postgresql://u@h/d", "docket.db.replica-url", "postgresql://r/d");

        assertThatCode(() -> new ReplicaCheck().check(SettingsOf.keys(replicated)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_weak_key_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> check(new TenantCheck(), "docket.api-key", "too-short"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DOCKET_API_KEY")
                .hasMessageNotContaining("too-short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my org", "örg", "org/x"})
    void an_organization_that_is_no_name_is_refused(String name) {
        assertThatThrownBy(() -> check(new TenantCheck(), "docket.organization", name))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DOCKET_ORGANIZATION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "grpc://collector:4317", "http://", "not an address"})
    void a_receiver_of_traces_that_is_no_address_is_refused(String endpoint) {
        assertThatThrownBy(() -> check(new TraceReceiver(), "docket.traces.endpoint", endpoint))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DOCKET_TRACES_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-0.1", "half", "NaN"})
    void a_part_of_the_calls_that_is_none_is_refused(String ratio) {
        assertThatThrownBy(() -> check(new TraceReceiver(), "docket.traces.ratio", ratio))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DOCKET_TRACES_RATIO");
    }

    @Test
    void traces_may_be_sent_to_an_address_or_not_at_all() {
        assertThatCode(() -> check(new TraceReceiver(), "docket.traces.endpoint", "http://collector:4318"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(new TraceReceiver(), "docket.traces.ratio", "0.1"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_taken_port_is_refused_by_number() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Map<String, String> settings = Map.of(
                    "quarkus.http.host", "127.0.0.1", "quarkus.http.port", Integer.toString(taken.getLocalPort()));

            assertThatThrownBy(() -> new PortCheck().check(SettingsOf.keys(settings)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void any_free_port_will_do_when_none_is_asked_for() {
        assertThatCode(() -> check(new PortCheck(), "quarkus.http.port", "0")).doesNotThrowAnyException();
    }

    private static void check(StartupCheck check, String key, String value) {
        check.check(SettingsOf.keys(Map.of(key, value)));
    }
}
