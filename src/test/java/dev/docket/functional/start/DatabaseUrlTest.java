package dev.docket.functional.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.start.DatabaseAddress;
import dev.docket.start.DatabaseConfig;
import dev.docket.start.ExternalDatabase;
import dev.docket.start.StartRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static final String REACTIVE = "quarkus.datasource.reactive.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:pw@db_host:6432/jobs",
                "postgres://ann:pw@db_host:6432/jobs",
                "jdbc:postgresql://db_host:6432/jobs?user=ann&password=pw",
                "vertx-reactive:postgresql://ann:pw@db_host:6432/jobs"
            })
    void every_spelling_of_a_url_reaches_the_same_database(String url) {
        DatabaseAddress address = read(url);

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db_host:6432/jobs");
        assertThat(address.reactive())
                .containsEntry(REACTIVE + "url", "postgresql://db_host:6432/jobs?application_name=docket");
        assertThat(address.username()).isEqualTo("ann");
        assertThat(address.password()).isEqualTo("pw");
    }

    @Test
    void credentials_in_the_url_are_percent_decoded_and_a_plus_stays_a_plus() {
        DatabaseAddress address = read("postgresql://a%40b:p%2Fw+x%20y@h/d");

        assertThat(address.username()).isEqualTo("a@b");
        assertThat(address.password()).isEqualTo("p/w+x y");
    }

    @Test
    void separate_credentials_win_over_those_in_the_url() {
        DatabaseAddress address = read(Map.of(
                "docket.db.url", "postgresql://ann:pw@h/d",
                "docket.db.username", "bob",
                "docket.db.password", "other"));

        assertThat(address.username()).isEqualTo("bob");
        assertThat(address.password()).isEqualTo("other");
    }

    @Test
    void parameters_reach_the_driver_and_only_those_the_server_knows_the_reactive_client() {
        DatabaseAddress address = read("postgresql://u@h/d?sslmode=require&channel_binding=prefer&options=-c%20a%3Db");

        assertThat(address.jdbcUrl())
                .isEqualTo("jdbc:postgresql://h:5432/d?sslmode=require&channel_binding=prefer&options=-c%20a%3Db");
        assertThat(address.reactive())
                .containsEntry(REACTIVE + "url", "postgresql://h:5432/d?options=-c%20a%3Db&application_name=docket")
                .containsEntry(REACTIVE + "postgresql.ssl-mode", "require")
                .containsEntry(REACTIVE + "trust-all", "true");
    }

    @Test
    void verify_full_checks_the_certificate_and_the_host_on_both_clients() {
        DatabaseAddress address = read("postgresql://u@h/d?sslmode=verify-full");

        assertThat(address.jdbcUrl()).contains("sslmode=verify-full").contains("DefaultJavaSSLFactory");
        assertThat(address.reactive())
                .containsEntry(REACTIVE + "hostname-verification-algorithm", "HTTPS")
                .doesNotContainKey(REACTIVE + "trust-all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:secret@h/d",
                "postgresql://u:secret@h",
                "postgresql://u:secret@h1,h2/d",
                "postgresql://u:secret@h:99999/d",
                "postgresql://u:secret@h/d?sslmode=maybe",
                "postgresql://u:secret%zz@h/d",
                "u:secret@h"
            })
    void a_url_that_cannot_be_used_is_refused_without_repeating_its_password(String url) {
        assertThatThrownBy(() -> read(url))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("DOCKET_DB_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_url_without_a_user_is_refused() {
        assertThatThrownBy(() -> read("postgresql://h/d"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DOCKET_DB_USERNAME");
    }

    @Test
    void an_address_prints_without_its_password() {
        assertThat(read("postgresql://ann:secret@h/d")).hasToString("ann at h:5432/d");
    }

    @Test
    void a_session_url_is_the_drivers_and_the_pools_stay_with_the_other_one() {
        DatabaseAddress address = read(Map.of(
                "docket.db.url", "postgresql://ann:pw@pooler:6432/d",
                "docket.db.session-url", "postgresql://server/d?sslmode=require"));

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://server:5432/d?sslmode=require");
        assertThat(address).hasToString("ann at server:5432/d");
        assertThat(address.quarkusProperties())
                .containsEntry(REACTIVE + "url", "postgresql://pooler:6432/d?application_name=docket")
                .containsEntry("quarkus.datasource.username", "ann")
                .containsEntry("quarkus.datasource.password", "pw");
    }

    @Test
    void a_session_url_with_a_user_of_its_own_takes_no_password_of_the_other_one() {
        DatabaseAddress address = read(Map.of(
                "docket.db.url", "postgresql://ann:pw@pooler/d", "docket.db.session-url", "postgresql://bob@server/d"));

        assertThat(address.username()).isEqualTo("bob");
        assertThat(address.password()).isEmpty();
        assertThat(address.quarkusProperties()).containsEntry("quarkus.datasource.password", "pw");
    }

    @Test
    void a_session_url_that_cannot_be_read_is_refused_by_its_own_name() {
        assertThatThrownBy(() -> read(Map.of(
                        "docket.db.url", "postgresql://u@h/d", "docket.db.session-url", "postgresql://h/d?sslmode=x")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("DOCKET_DB_SESSION_URL");
    }

    private static DatabaseAddress read(String url) {
        return read(Map.of("docket.db.url", url));
    }

    private static DatabaseAddress read(Map<String, String> keys) {
        return ExternalDatabase.address(SettingsOf.keys(keys).getConfigMapping(DatabaseConfig.class));
    }
}
