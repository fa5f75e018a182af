package dev.docket.functional.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.StartRefused;
import dev.docket.start.embedded.Durability;
import dev.docket.start.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTest {
    private static final Path PROGRAMS = Path.of("target", "postgres");

    private final EmbeddedPostgres postgres = new EmbeddedPostgres(Durability.THROWN_AWAY);

    @TempDir
    private Path directory;

    @Test
    void what_was_stored_is_there_after_a_restart() throws SQLException {
        try (BundledDatabase.Running server = postgres.start(directory, PROGRAMS)) {
            execute(server.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (BundledDatabase.Running server = postgres.start(directory, PROGRAMS)) {
            assertThat(number(server.address(), "SELECT answer FROM kept")).isEqualTo(42);
        }
    }

    @Test
    void servers_that_unpack_their_programs_at_once_share_them() {
        Path programs = directory.resolve("programs");

        List<Integer> answers = Stream.of("one", "other")
                .map(name -> CompletableFuture.supplyAsync(() -> {
                    try (BundledDatabase.Running server = postgres.start(directory.resolve(name), programs)) {
                        return number(server.address(), "SELECT 1");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactly(1, 1);
        assertThat(programs).isDirectoryContaining("glob:**/programs-*");
        assertThat(programs).isDirectoryNotContaining("glob:**/programs-new-*");
    }

    @Test
    void an_alter_system_cannot_switch_fsync_off() throws SQLException {
        EmbeddedPostgres kept = new EmbeddedPostgres();
        try (BundledDatabase.Running server = kept.start(directory, PROGRAMS)) {
            execute(server.address(), "ALTER SYSTEM SET fsync = off");
        }
        try (BundledDatabase.Running server = kept.start(directory, PROGRAMS)) {
            assertThat(number(server.address(), "SELECT 1 WHERE current_setting('fsync') = 'on'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_server_may_be_set_to_be_larger_but_not_to_forget() throws SQLException {
        EmbeddedPostgres larger =
                new EmbeddedPostgres(Durability.KEPT, Map.of("max_connections", "33", "fsync", "off", "jit", "off"));
        try (BundledDatabase.Running server = larger.start(directory, PROGRAMS)) {
            assertThat(number(server.address(), "SELECT current_setting('max_connections')::int"))
                    .isEqualTo(33);
            assertThat(number(server.address(), "SELECT 1 WHERE current_setting('jit') = 'off'"))
                    .isEqualTo(1);
            assertThat(number(server.address(), "SELECT 1 WHERE current_setting('fsync') = 'on'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void the_password_is_readable_by_its_owner_only() throws IOException {
        postgres.start(directory, PROGRAMS).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_start_on_the_same_directory_is_refused_and_leaves_the_first_alone() throws SQLException {
        try (BundledDatabase.Running server = postgres.start(directory, PROGRAMS)) {
            assertThatThrownBy(() -> postgres.start(directory, PROGRAMS))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
            assertThat(number(server.address(), "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void a_command_finds_the_server_of_a_running_docket_and_none_after_it_stopped() {
        try (BundledDatabase.Running server = postgres.start(directory, PROGRAMS)) {
            assertThat(postgres.runningIn(directory)).contains(server.address());
        }
        assertThat(postgres.runningIn(directory)).isEmpty();
    }

    @Test
    void another_process_is_refused_while_one_lives_and_let_in_after_it_was_killed() throws Exception {
        Process first = ChildDocket.on(directory);
        try (BufferedReader output = first.inputReader()) {
            assertThat(output.readLine()).isEqualTo("started");
            assertThatThrownBy(() -> postgres.start(directory, PROGRAMS))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by process " + first.pid());
        } finally {
            first.destroyForcibly().waitFor();
        }
        DatabaseAddress orphan = postgres.runningIn(directory).orElseThrow();

        try (BundledDatabase.Running server = postgres.start(directory, PROGRAMS)) {
            assertThat(number(server.address(), "SELECT 1")).isEqualTo(1);
            assertThatThrownBy(orphan::connect).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_pid_file_that_names_another_program_does_not_keep_the_server_from_starting() throws Exception {
        postgres.start(directory, PROGRAMS).close();
        String thisProcess = Long.toString(ProcessHandle.current().pid());
        Files.write(
                directory.resolve("database").resolve("postmaster.pid"),
                List.of(thisProcess, "elsewhere", "1700000000", "5432", "", "127.0.0.1", "1 1", "ready"));

        assertThat(postgres.runningIn(directory)).isEmpty();
        try (BundledDatabase.Running server = postgres.start(directory, PROGRAMS)) {
            assertThat(number(server.address(), "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void a_database_made_by_another_major_version_is_refused_by_both_numbers() throws IOException {
        postgres.start(directory, PROGRAMS).close();
        Files.writeString(directory.resolve("database").resolve("PG_VERSION"), "12\n");

        assertThatThrownBy(() -> postgres.start(directory, PROGRAMS))
                .isInstanceOf(StartRefused.class)
                .hasMessageMatching(".*made by PostgreSQL 12, this Docket bundles 1[5-8]:.*");
    }

    @Test
    void a_data_directory_that_is_a_file_is_refused_by_its_path() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> postgres.start(file, PROGRAMS))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString());
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        }
    }
}
