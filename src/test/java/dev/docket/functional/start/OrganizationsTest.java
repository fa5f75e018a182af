package dev.docket.functional.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.TestPostgres;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.Migrations;
import dev.docket.start.OrganizationArguments;
import dev.docket.start.OrganizationCommands;
import dev.docket.start.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

@Timeout(90)
class OrganizationsTest {
    private static final String GONE = "org_gone";
    private static final String KEPT = "org_kept";
    private static final String LATE_JOB = """
            insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, ready_pos,
                             attempts_left, request_bucket, request_bytes)
            values ('org_gone', 'job_late', '/v1/documents/parse', 'queued', true, now(), now() + interval '1 day', 1, 3, 0, 2)
            """;

    private DatabaseAddress database;

    @BeforeEach
    void a_database_with_two_organizations() {
        database = TestPostgres.empty();
        Migrations.run(database);
        FilledOrganization.make(database, GONE);
        FilledOrganization.make(database, KEPT);
    }

    @Test
    void a_purge_empties_every_table_of_one_organization_and_of_no_other() {
        Map<String, Integer> before = FilledOrganization.rows(database, KEPT);
        assertThat(before)
                .hasSizeGreaterThan(9)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());

        List<String> said = purge();

        assertThat(FilledOrganization.rows(database, GONE))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(FilledOrganization.rows(database, KEPT)).isEqualTo(before);
        assertThat(said)
                .contains(
                        "jobs\t" + before.get("job"),
                        "pieces of bodies\t" + before.get("body"),
                        "outcomes of bulk cancels\t" + FilledOrganization.OUTCOMES,
                        "keys\t1")
                .endsWith("purged " + GONE);
    }

    @Test
    void what_runs_is_told_to_stop_by_its_claim() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("listen docket_cancelled");

            purge();

            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(heard)
                    .singleElement()
                    .satisfies(one -> assertThat(one.getParameter().lines().skip(1))
                            .hasSize(FilledOrganization.RUNNING)
                            .contains(GONE + "\tjob_000000000000000000001\t7"));
        }
    }

    @Test
    void a_row_that_somebody_has_in_hand_is_waited_for() throws SQLException {
        try (Connection heartbeat = database.connect();
                Statement statement = heartbeat.createStatement()) {
            heartbeat.setAutoCommit(false);
            statement.execute("update job set lease_until = now() + interval '2 hours'"
                    + " where organization_id = 'org_gone' and owner is not null");
            CompletableFuture<List<String>> purge = CompletableFuture.supplyAsync(this::purge);
            awaitCount(
                    1,
                    "select count(*) from pg_stat_activity where datname = current_database()"
                            + " and wait_event_type = 'Lock'");

            heartbeat.commit();

            purge.join();
        }
        assertThat(FilledOrganization.rows(database, GONE).get("job")).isZero();
    }

    @Test
    void a_call_that_was_let_in_before_its_key_was_revoked_leaves_nothing() throws SQLException {
        try (Connection call = database.connect();
                Statement statement = call.createStatement()) {
            call.setAutoCommit(false);
            statement.execute(LATE_JOB);
            CompletableFuture<List<String>> purge =
                    CompletableFuture.supplyAsync(() -> run(Duration.ofSeconds(3), "purge", GONE, "--confirm", GONE));
            awaitCount(0, "select count(*) from project where organization_id = 'org_gone'");

            call.commit();

            purge.join();
        }
        assertThat(FilledOrganization.rows(database, GONE).get("job")).isZero();
    }

    @Test
    void what_came_after_a_purge_is_shown_and_purged_by_another() throws SQLException {
        purge();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(LATE_JOB);
        }

        assertThat(run("show", GONE)).contains("live jobs\t1", "finished jobs\t0");
        assertThat(purge()).contains("jobs\t1");
        assertThat(FilledOrganization.rows(database, GONE).get("job")).isZero();
    }

    @Test
    void a_purge_that_is_not_confirmed_by_the_same_name_is_refused() {
        for (String[] words : List.of(
                new String[] {"organization", "purge", GONE},
                new String[] {"organization", "purge", GONE, "--confirm", KEPT})) {
            assertThatThrownBy(() -> OrganizationArguments.parse(words))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("--confirm " + GONE);
        }
        assertThatThrownBy(() -> OrganizationArguments.parse("organization", "purge"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("organization purge org_x --confirm org_x");
    }

    @Test
    void the_organization_that_the_next_start_would_make_anew_is_not_purged() {
        Map<String, String> settings = Map.of("docket.api-key", "an-operators-own-key", "docket.organization", GONE);

        assertThatThrownBy(() -> OrganizationCommands.requireNotConfigured(SettingsOf.docket(settings), GONE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DOCKET_API_KEY");
        OrganizationCommands.requireNotConfigured(SettingsOf.docket(settings), KEPT);
    }

    @Test
    void an_organization_of_which_there_is_nothing_is_refused_by_its_name() {
        for (String verb : List.of("show", "purge")) {
            assertThatThrownBy(() -> run(
                            verb.equals("show")
                                    ? new String[] {verb, "org_nobody"}
                                    : new String[] {verb, "org_nobody", "--confirm", "org_nobody"}))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("nothing of org_nobody");
        }
    }

    @Test
    void the_list_and_the_contents_are_shown() {
        assertThat(run("list"))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith(GONE + "\t").endsWith("\t1"));
        assertThat(run("show", KEPT))
                .contains(
                        "live jobs\t600",
                        "finished jobs\t600",
                        "bulk cancels\t2",
                        "templates\t30",
                        "projects\t103",
                        "keys\t1");
    }

    private List<String> purge() {
        return run("purge", GONE, "--confirm", GONE);
    }

    private List<String> run(String... words) {
        return run(Duration.ZERO, words);
    }

    private List<String> run(Duration keysAreBelieved, String... words) {
        String[] args = new String[words.length + 1];
        args[0] = "organization";
        System.arraycopy(words, 0, args, 1, words.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new OrganizationCommands(database, keysAreBelieved, new PrintStream(out, true, StandardCharsets.UTF_8))
                .execute(OrganizationArguments.parse(args));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void awaitCount(int expected, String sql) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(sql) == expected);
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
