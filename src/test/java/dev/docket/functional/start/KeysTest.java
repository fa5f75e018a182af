package dev.docket.functional.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.TestPostgres;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.DocketConfig;
import dev.docket.start.FirstKey;
import dev.docket.start.KeyArguments;
import dev.docket.start.KeyCommands;
import dev.docket.start.Migrations;
import dev.docket.start.StartRefused;
import dev.docket.tenant.KeyMaterial;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class KeysTest {
    private static final String OWN_KEY = "an-operators-own-key";

    private DatabaseAddress database;

    @BeforeEach
    void a_database_with_the_tables_of_keys() {
        database = TestPostgres.empty();
        Migrations.run(database, "db/start");
    }

    @Test
    void the_first_start_makes_a_key_and_the_second_does_not() {
        DocketConfig docket = SettingsOf.docket(Map.of());

        assertThat(ensure(database, docket)).isPresent();
        assertThat(ensure(database, docket)).isEmpty();
        assertThat(run("keys", "list")).hasSize(2).last().asString().contains("org_default");
    }

    @Test
    void pods_that_start_together_make_one_key() {
        DocketConfig docket = SettingsOf.docket(Map.of());

        List<CompletableFuture<Optional<KeyMaterial>>> pods = IntStream.range(0, 4)
                .mapToObj(pod -> CompletableFuture.supplyAsync(() -> ensure(database, docket)))
                .toList();

        assertThat(pods.stream().map(CompletableFuture::join).filter(Optional::isPresent))
                .hasSize(1);
    }

    @Test
    void an_operators_own_key_is_stored_once_and_never_shown() {
        DocketConfig docket = SettingsOf.docket(Map.of("docket.api-key", OWN_KEY, "docket.organization", "org_a"));

        assertThat(ensure(database, docket)).isEmpty();
        assertThat(ensure(database, docket)).isEmpty();
        assertThat(run("keys", "list")).hasSize(2).noneMatch(line -> line.contains(OWN_KEY));
    }

    @Test
    void an_own_key_that_was_revoked_or_is_another_organizations_is_refused() {
        ensure(database, SettingsOf.docket(Map.of("docket.api-key", OWN_KEY, "docket.organization", "org_a")));
        DocketConfig other = SettingsOf.docket(Map.of("docket.api-key", OWN_KEY, "docket.organization", "org_b"));

        assertThatThrownBy(() -> ensure(database, other))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to org_a");

        run("keys", "revoke", onlyKeyId());

        assertThatThrownBy(() -> ensure(database, other))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("revoked");
    }

    @Test
    void a_created_key_is_the_whole_output() {
        assertThat(run("keys", "create", "--organization", "org_x", "--name", "ci"))
                .singleElement()
                .asString()
                .matches("sk_docket_[A-Za-z0-9_-]{43}");
        assertThat(run("keys", "list", "--organization", "org_x"))
                .last()
                .asString()
                .contains("org_x", "ci");
        assertThat(run("keys", "list", "--organization", "org_y")).hasSize(1);
    }

    @Test
    void a_key_that_follows_another_has_its_name_and_both_are_good_until_the_old_one_is_revoked() {
        run("keys", "create", "--organization", "org_x", "--name", "ci");
        String old = onlyKeyId();

        assertThat(run("keys", "rotate", old)).singleElement().asString().matches("sk_docket_[A-Za-z0-9_-]{43}");

        assertThat(run("keys", "list", "--organization", "org_x"))
                .filteredOn(line -> line.endsWith("\t-\tci"))
                .hasSize(2);
        run("keys", "revoke", old);
        assertThatThrownBy(() -> run("keys", "rotate", old))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(old);
    }

    @Test
    void revoking_an_unknown_key_is_refused_by_its_id() {
        assertThatThrownBy(() -> run("keys", "revoke", "key_nope"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("key_nope");
    }

    @Test
    void a_command_that_cannot_be_read_is_refused_with_the_usage() {
        assertThatThrownBy(() -> KeyArguments.parse("keys", "create", "--org", "x"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("keys create --organization");
    }

    private String onlyKeyId() {
        List<String> lines = run("keys", "list");
        return lines.get(lines.size() - 1).split("\t")[0];
    }

    private List<String> run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new KeyCommands(database, new PrintStream(out, true, StandardCharsets.UTF_8)).execute(KeyArguments.parse(args));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Optional<KeyMaterial> ensure(DatabaseAddress address, DocketConfig docket) {
        try (Connection connection = address.connect()) {
            return FirstKey.ensure(address, connection, docket);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
