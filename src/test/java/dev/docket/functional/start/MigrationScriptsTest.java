package dev.docket.functional.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.TestPostgres;
import dev.docket.start.AppliedScripts;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.Migrations;
import dev.docket.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(90)
class MigrationScriptsTest {
    private static final Path DIRECTORY = Path.of("src", "main", "resources", "db", "migration");
    private static final String LOCATION = "db/migration";

    @Test
    void the_list_names_every_script_of_its_directory_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            assertThat(Files.readAllLines(DIRECTORY.resolve("scripts.txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".sql"))
                                    .toList());
        }
    }

    @Test
    void every_listed_script_has_run_once_under_its_plain_name() throws IOException, SQLException {
        DatabaseAddress database = TestPostgres.empty();

        Migrations.run(database);
        Migrations.run(database);

        assertThat(done(database))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(DIRECTORY.resolve("scripts.txt")));
    }

    @Test
    void a_step_that_deadlocks_with_a_process_at_work_is_done_again() throws Exception {
        DatabaseAddress database = TestPostgres.empty();
        try (Connection connection = database.connect();
                Statement work = connection.createStatement()) {
            connection.setAutoCommit(false);
            work.execute("set deadlock_timeout = '60s'");
            work.execute("select pg_advisory_xact_lock(5002)");
            CompletableFuture<Void> migration = CompletableFuture.runAsync(
                    () -> Migrations.run(database, "db/crossed"), command -> new Thread(command).start());
            awaitWaiting(database);

            work.execute("select pg_advisory_xact_lock(5001)");
            connection.commit();

            assertThat(migration).succeedsWithin(Duration.ofSeconds(60));
        }
        assertThat(done(database)).containsExactly("V1__crossed.sql");
    }

    private static void awaitWaiting(DatabaseAddress database) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select from pg_locks where objid = 5002 and not granted")) {
                return rows.next();
            }
        });
    }

    @Test
    void flyway_is_spared_only_when_exactly_these_scripts_have_run() throws SQLException {
        DatabaseAddress database = TestPostgres.empty();
        assertThat(areApplied(database)).isFalse();

        Migrations.run(database);

        assertThat(areApplied(database)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set success = false where version = '3'",
                "update flyway_schema_history set checksum = 1 where version = '3'",
                "update flyway_schema_history set script = 'V3__other.sql' where version = '3'",
                "update flyway_schema_history set type = 'BASELINE' where version = '1'",
                "delete from flyway_schema_history where version = '3'"
            })
    void flyway_looks_at_every_other_history(String change) throws SQLException {
        DatabaseAddress database = TestPostgres.empty();
        Migrations.run(database);

        execute(database, change);

        assertThat(areApplied(database)).isFalse();
    }

    @Test
    void a_directory_without_a_list_is_refused() {
        DatabaseAddress database = TestPostgres.empty();

        assertThatThrownBy(() -> Migrations.run(database, "db/nowhere"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("db/nowhere");
    }

    private static void execute(DatabaseAddress database, String change) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isOne();
        }
    }

    private static List<String> done(DatabaseAddress database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select script from flyway_schema_history where success")) {
            List<String> scripts = new ArrayList<>();
            while (rows.next()) {
                scripts.add(rows.getString(1));
            }
            return scripts;
        }
    }

    private static boolean areApplied(DatabaseAddress database) throws SQLException {
        try (Connection connection = database.connect()) {
            return AppliedScripts.areThoseOf(LOCATION, connection);
        }
    }
}
