package dev.docket.functional.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.HeldAnswer;
import dev.docket.endpoint.Work;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS only a service that proves its name is sent anything. */
class EncryptedForwardTest {
    @TempDir
    static Path folder;

    private static Certificate own;
    private static Certificate other;

    @BeforeAll
    static void make_certificates() {
        own = Certificate.of("localhost", folder);
        other = Certificate.of("elsewhere.example", folder);
    }

    @Test
    void a_trusted_service_is_sent_the_request() {
        try (RecordingUpstream upstream = RecordingUpstream.start(own.sockets(), "https");
                Forwarding forwarding = trusting(own, upstream)) {
            assertThat(forwarding.answer("{}")).isInstanceOf(Answer.Completed.class);
            assertThat(upstream.next().isReceived()).isTrue();
        }
    }

    @Test
    void a_service_that_nobody_vouches_for_is_sent_nothing() {
        try (RecordingUpstream upstream = RecordingUpstream.start(own.sockets(), "https");
                Forwarding forwarding = Forwarding.to(upstream)) {
            assertNoTls(forwarding, upstream);
        }
    }

    @Test
    void a_service_with_the_certificate_of_another_name_is_sent_nothing() {
        try (RecordingUpstream upstream = RecordingUpstream.start(other.sockets(), "https");
                Forwarding forwarding = trusting(other, upstream)) {
            assertNoTls(forwarding, upstream);
        }
    }

    @Test
    void a_service_without_tls_is_sent_nothing() {
        try (RecordingUpstream upstream = RecordingUpstream.start();
                Forwarding forwarding =
                        Forwarding.to("https://localhost:" + upstream.port(), "connect-timeout", "1S")) {
            assertThat(forwarding.answer("{}")).isInstanceOf(Answer.FailedForNow.class);
            assertThat(upstream.exchanges()).isEmpty();
        }
    }

    @Test
    void an_abort_while_it_sends_ends_an_encrypted_exchange_at_once_too() {
        try (RecordingUpstream upstream = RecordingUpstream.start(own.sockets(), "https");
                Forwarding forwarding = trusting(own, upstream)) {
            upstream.does(Behaviour.stallingBeforeBody());
            Work work = forwarding.start(new byte[20_000_000], new HeldAnswer());
            Exchange seen = upstream.next();

            work.abort();
            Forwarding.awaitStopped(work);

            seen.goOn();
            seen.connection().awaitClosed();
            assertThat(seen.isReceived()).isFalse();
        }
    }

    private static void assertNoTls(Forwarding forwarding, RecordingUpstream upstream) {
        Answer.FailedForNow answer = (Answer.FailedForNow) forwarding.answer("{}");
        assertThat(answer.error().code()).isEqualTo("upstream_unavailable");
        assertThat(answer.error().message()).contains("No TLS connection");
        assertThat(upstream.exchanges()).isEmpty();
    }

    private static Forwarding trusting(Certificate certificate, RecordingUpstream upstream) {
        return Forwarding.to(upstream, "trust-certificates", certificate.pem().toString());
    }
}
