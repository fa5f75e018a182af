package dev.docket.functional.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.TestPostgres;
import dev.docket.start.AwaitServer;
import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.ServerCheck;
import dev.docket.start.StartRefused;
import dev.docket.start.embedded.Durability;
import dev.docket.start.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class ServerCheckTest {
    @Test
    void a_server_with_fsync_off_is_refused() {
        assertThatThrownBy(() -> require(TestPostgres.shared()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("fsync=off");
    }

    @Test
    void the_embedded_server_as_the_service_starts_it_is_accepted(@TempDir Path directory) {
        try (BundledDatabase.Running server =
                new EmbeddedPostgres(Durability.KEPT).start(directory, Path.of("target", "postgres"))) {
            assertThatCode(() -> require(server.address())).doesNotThrowAnyException();
        }
    }

    @Test
    void a_wrong_password_is_refused_in_one_line_without_the_password() {
        DatabaseAddress right = TestPostgres.shared();
        DatabaseAddress wrong = new DatabaseAddress(
                right.place(), right.jdbcUrl(), right.reactive(), right.username(), "not-the-password");

        assertThatThrownBy(() -> require(wrong))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("does not let user 'docket' in")
                .hasMessageNotContainingAny("not-the-password", "\n");
    }

    @Test
    void a_database_that_does_not_exist_is_refused_by_name() {
        DatabaseAddress right = TestPostgres.shared();
        DatabaseAddress missing = new DatabaseAddress(
                "there/nothing", right.jdbcUrl() + "_not", Map.of(), right.username(), right.password());

        assertThatThrownBy(() -> require(missing))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no database there/nothing");
    }

    @Test
    void a_server_that_does_not_answer_is_refused_with_its_place() throws IOException {
        int port = closedPort();
        DatabaseAddress nobody = new DatabaseAddress(
                "127.0.0.1:" + port + "/d", "jdbc:postgresql://127.0.0.1:" + port + "/d", Map.of(), "u", "");

        assertThatThrownBy(() -> require(nobody))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("127.0.0.1:" + port + "/d cannot be reached");
    }

    private static void require(DatabaseAddress address) throws SQLException {
        try (Connection server = AwaitServer.connect(address, Duration.ZERO)) {
            ServerCheck.require(address, server);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
