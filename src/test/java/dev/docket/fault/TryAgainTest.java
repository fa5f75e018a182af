package dev.docket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Which failures say nothing about the statement that met them. */
class TryAgainTest {
    @Test
    void a_statement_that_nobody_answers_is_tried_again() {
        Uni<Void> unanswered = Uni.createFrom().nothing();

        Throwable failure = catchThrowable(() ->
                unanswered.ifNoItem().after(Duration.ofMillis(1)).fail().await().indefinitely());

        assertThat(TryAgain.isLoss(failure)).isTrue();
        assertThat(TryAgain.isLoss(new TimeoutException())).isTrue();
    }

    @Test
    void a_loss_is_recognised_inside_of_what_wraps_it() {
        assertThat(TryAgain.isLoss(new IllegalStateException(new IOException("reset"))))
                .isTrue();
    }

    @Test
    void a_connection_that_was_closed_before_the_statement_was_sent_is_a_loss() {
        assertThat(TryAgain.isLoss(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isTrue();
    }

    @Test
    void a_server_that_goes_down_and_has_no_tls_to_offer_is_a_loss() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> goDown(server));
            PgConnectOptions options = new PgConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(server.getLocalPort())
                    .setUser("docket")
                    .setDatabase("docket")
                    .setSslMode(SslMode.ALLOW)
                    .setTrustAll(true);

            Throwable failure = catchThrowable(() -> PgConnection.connect(vertx, options)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());

            assertThat(TryAgain.isLoss(failure)).as("%s", failure).isTrue();
            served.join();
        } finally {
            vertx.close();
        }
    }

    /** Turns the first connection away, and to the second one's wish for TLS says no. */
    private static void goDown(ServerSocket server) {
        byte[] fields = "SFATAL\0C57P03\0Mgoing down\0\0".getBytes(StandardCharsets.US_ASCII);
        try (Socket plain = server.accept()) {
            DataOutputStream refusal = new DataOutputStream(plain.getOutputStream());
            plain.getInputStream().read(new byte[1024]);
            refusal.writeByte('E');
            refusal.writeInt(Integer.BYTES + fields.length);
            refusal.write(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Socket encrypted = server.accept()) {
            encrypted.getInputStream().read(new byte[1024]);
            encrypted.getOutputStream().write('N');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_refusal_is_judged_by_its_code_whoever_reports_it() {
        assertThat(TryAgain.isLoss(new SQLException("waited too long for a lock", "55P03")))
                .isTrue();
        assertThat(TryAgain.isLoss(new SQLException("a key is taken", "23505"))).isFalse();
    }

    @Test
    void a_failure_of_the_program_is_not_tried_again() {
        assertThat(TryAgain.isLoss(new IllegalStateException("wrong"))).isFalse();
    }
}
