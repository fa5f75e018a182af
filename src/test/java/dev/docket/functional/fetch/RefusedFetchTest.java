package dev.docket.functional.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.Certificate;
import dev.docket.job.JobError;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No URL of a client leads to where only this service can reach. */
class RefusedFetchTest {
    @TempDir
    static Path folder;

    private static Certificate certificate;

    @BeforeAll
    static void make_a_certificate() {
        certificate = Certificate.of(Fetching.HOST, folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.2",
                "10.1.2.3",
                "192.168.0.1",
                "169.254.169.254",
                "100.100.100.200",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00:ec2::254",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1"
            })
    void a_name_that_leads_to_such_an_address_is_refused_and_nobody_connected_to(String address) {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.names(host -> Fetching.found(address));

            assertRefused(fetching.answer());
            assertThat(fetching.server().connections()).isEmpty();
        }
    }

    @Test
    void one_bad_address_among_good_ones_is_enough() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.names(host -> Fetching.found("127.0.0.1", "8.8.8.8", "10.0.0.1"));

            assertRefused(fetching.answer());
            assertThat(fetching.server().connections()).isEmpty();
        }
    }

    @Test
    void the_address_that_was_judged_is_the_one_that_is_connected_to() {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "169.254.169.254"));
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(200, "x"));
            fetching.names(host -> Fetching.found(answers.poll()));

            // The name is not known to the system, so a second look-up of any kind would fail.
            assertThat(fetching.answer()).isInstanceOf(Answer.Completed.class);

            assertThat(fetching.lookedUp()).containsExactly(Fetching.HOST);
            assertRefused(fetching.answer());
        }
    }

    @Test
    void a_redirect_to_a_name_with_a_private_address_is_refused() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(302, "", "Location: " + fetching.url("inside.example", "/")));
            fetching.names(host -> Fetching.found(host.equals(Fetching.HOST) ? "127.0.0.1" : "10.0.0.1"));

            JobError error = assertRefused(fetching.answer());

            assertThat(error.details()).containsEntry("host", "inside.example");
            assertThat(fetching.server().connections()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.example/a",
                "//169.254.169.254/latest",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://user:secret@files.example/",
                "https://files.example:22/",
                "https://other.example/%zz",
                "file:///etc/passwd",
                "gopher://files.example/"
            })
    void a_redirect_to_a_bad_url_is_refused(String location) {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(301, "", "Location: " + location));

            JobError error = assertRefused(fetching.answer());

            assertThat(error.message()).doesNotContain("secret", "passwd");
            assertThat(fetching.server().connections()).hasSize(1);
        }
    }

    @Test
    void a_redirect_away_from_the_allowed_hosts_is_refused() {
        try (Fetching fetching = Fetching.from(certificate, "hosts", "*.example")) {
            fetching.server().does(Behaviour.replying(302, "", "Location: " + fetching.url("example", "/")));

            assertThat(assertRefused(fetching.answer()).message()).contains("docket.documents.fetch.hosts");
        }
    }

    @Test
    void redirects_come_to_an_end() {
        try (Fetching fetching = Fetching.from(certificate, "max-redirects", "2")) {
            fetching.server().does(Behaviour.replying(302, "", "Location: /again"));

            assertThat(Fetching.last(fetching.answer()).code()).isEqualTo("document_fetch_failed");
            assertThat(fetching.server().exchanges()).hasSize(3);
        }
    }

    private static JobError assertRefused(Answer answer) {
        JobError error = Fetching.last(answer);
        assertThat(error.code()).isEqualTo("document_fetch_refused");
        assertThat(error.details())
                .containsEntry("path", "request.document.url")
                .containsKey("host");
        return error;
    }
}
