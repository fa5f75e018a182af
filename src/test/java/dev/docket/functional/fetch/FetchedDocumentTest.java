package dev.docket.functional.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.HeldAnswer;
import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.Certificate;
import dev.docket.functional.upstream.Exchange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that is fetched stands in the request where its URL was, and nothing else is changed. */
class FetchedDocumentTest {
    @TempDir
    static Path folder;

    private static Certificate certificate;

    @BeforeAll
    static void make_a_certificate() {
        certificate = Certificate.of(Fetching.HOST, folder);
    }

    @Test
    void the_document_takes_the_place_of_its_url() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(200, "hello", "Content-Type: text/plain; charset=utf-8"));

            assertThat(Fetching.resolved(fetching.answer()))
                    .isEqualTo(Fetching.request("data:text/plain;base64," + base64("hello".getBytes())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 15, 16, 17, 65_536, 3_000_001})
    void bytes_of_any_length_come_as_they_are(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(exchange -> {
                exchange.head(200, length, "Content-Type: image/png");
                exchange.write(bytes);
            });

            String resolved = Fetching.resolved(fetching.answer());

            assertThat(resolved.equals(Fetching.request("data:image/png;base64," + base64(bytes))))
                    .isTrue();
        }
    }

    @Test
    void a_body_in_chunks_and_one_that_ends_with_its_connection_are_taken() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server()
                    .does(exchange -> exchange.write(
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII)));
            assertThat(Fetching.resolved(fetching.answer())).contains(base64("abcde".getBytes()));

            fetching.server().does(exchange -> {
                exchange.head(200, -1);
                exchange.write("until the end".getBytes());
                exchange.close();
            });
            assertThat(Fetching.resolved(fetching.answer())).contains(base64("until the end".getBytes()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', %PDF-1.7, application/pdf",
        "application/octet-stream, %PDF-1.7, application/pdf",
        "binary/octet-stream, {\\rtf1, application/rtf",
        "'', GIF89a, image/gif",
        "'', plain words, application/octet-stream",
        "text/csv, %PDF-1.7, text/csv",
        "Application/PDF;x=y, plain, application/pdf",
        "nonsense, plain, application/octet-stream",
        "text/a\"b, plain, application/octet-stream"
    })
    void the_type_is_the_one_that_the_server_names_or_that_the_bytes_show(String named, String body, String type) {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server()
                    .does(Behaviour.replying(
                            200, body, named.isEmpty() ? new String[0] : new String[] {"Content-Type: " + named}));

            assertThat(Fetching.resolved(fetching.answer())).contains("\"data:" + type + ";base64,");
        }
    }

    @Test
    void nothing_of_the_client_goes_to_the_server() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(200, "x", "Set-Cookie: a=b"));
            fetching.answer();
            fetching.answer();

            Exchange first = fetching.server().next();
            Exchange second = fetching.server().next();
            assertThat(first.requestLine()).isEqualTo("GET /a.pdf?signature=secret HTTP/1.1");
            assertThat(second.headers()).isEqualTo(first.headers());
            assertThat(first.headers())
                    .containsOnlyKeys("Host", "Accept", "Accept-Encoding", "User-Agent", "Connection")
                    .containsEntry(
                            "Host", Fetching.HOST + ":" + fetching.server().port())
                    .containsEntry("Accept-Encoding", "identity")
                    .containsEntry("User-Agent", "docket");
        }
    }

    @Test
    void the_server_is_told_which_of_its_names_is_meant() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(200, "x"));
            fetching.answer();

            assertThat(fetching.server().next().connection().namesAskedFor()).containsExactly(Fetching.HOST);
        }
    }

    @Test
    void several_documents_are_fetched_in_their_order_beside_inline_ones() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(exchange -> exchange.reply(200, exchange.requestLine()));
            String request = "{\"documents\":[" + document(fetching.url("/one").replace("/", "\\/")) + ", "
                    + document("data:text/plain;base64,eA==") + "," + document(fetching.url("/two"))
                    + "], \"other\":{\"url\":\"https://not.looked/at\"}}";

            Answer answer = Fetching.answer(fetching.start(Endpoint.SCHEMAS_GENERATE, request, new HeldAnswer()));

            assertThat(Fetching.resolved(answer))
                    .isEqualTo("{\"documents\":[" + document(unknown("GET /one HTTP/1.1")) + ", "
                            + document("data:text/plain;base64,eA==") + "," + document(unknown("GET /two HTTP/1.1"))
                            + "], \"other\":{\"url\":\"https://not.looked/at\"}}");
        }
    }

    @Test
    void a_redirect_is_followed_from_where_it_is() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(exchange -> {
                switch (exchange.requestLine().split(" ")[1]) {
                    case "/a.pdf?signature=secret" -> exchange.reply(302, "", "Location: other?x=1");
                    case "/other?x=1" -> exchange.reply(307, "", "Location: " + fetching.url("/there"));
                    default -> exchange.reply(200, "found");
                }
            });

            Answer answer = fetching.answer();

            assertThat(Fetching.resolved(answer)).contains(base64("found".getBytes()));
            assertThat(fetching.lookedUp()).hasSize(3).containsOnly(Fetching.HOST);
        }
    }

    @Test
    void an_address_that_does_not_answer_is_passed_over_for_the_next() {
        try (Fetching fetching = Fetching.from(certificate, "private-ranges", "127.0.0.0/8")) {
            fetching.server().does(Behaviour.replying(200, "x"));

            // Only the second one has a server that listens.
            fetching.names(host -> Fetching.found("127.0.0.2", "127.0.0.1"));

            assertThat(fetching.answer()).isInstanceOf(Answer.Completed.class);
        }
    }

    @Test
    void what_is_stored_is_bounded_and_exactly_what_fits_is_taken() {
        int limit = Fetching.request("data:application/octet-stream;base64,").length() + 4;
        try (Fetching fetching = Fetching.from(certificate, "max-bytes", Integer.toString(limit))) {
            fetching.server().does(Behaviour.replying(200, "abc"));
            assertThat(Fetching.resolved(fetching.answer())).hasSize(limit);

            fetching.server().does(Behaviour.replying(200, "abcd"));
            assertThat(Fetching.last(fetching.answer()).code()).isEqualTo("document_too_large");
        }
    }

    private static String document(String url) {
        return "{\"filename\":\"a\",\"url\":\"" + url + "\"}";
    }

    private static String unknown(String bytes) {
        return "data:application/octet-stream;base64," + base64(bytes.getBytes());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
