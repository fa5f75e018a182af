package dev.docket.functional.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.api.BodyAdmission;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(IntakeProfile.class)
@WithTestResource(PostgresResource.class)
@Timeout(60)
class BodyReaderTest {
    private static final int LIMIT = 1024 * 1024;

    @TestHTTPResource("/intake/")
    URL base;

    @Inject
    BodyAdmission admission;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void closeTheGate() {
        IntakeResource.held = new CompletableFuture<>();
        IntakeResource.mayGoOn = new CompletableFuture<>();
    }

    @AfterEach
    void nothing_is_held_when_all_calls_have_ended() throws Exception {
        IntakeResource.mayGoOn.complete(null);
        // Two bodies of more than half the budget get through only when nothing else is held.
        byte[] body = bytes(LIMIT);
        assertThat(post("digest", BodyPublishers.ofByteArray(body)).statusCode())
                .isEqualTo(200);
        assertThat(admission.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8192, 65_536, 65_537, 262_144, 262_145, 700_001, LIMIT})
    void a_body_arrives_as_it_was_sent_with_and_without_a_declared_length(int size) throws Exception {
        byte[] body = bytes(size);
        assertThat(post("digest", BodyPublishers.ofByteArray(body)).body()).isEqualTo(IntakeResource.digest(body));
        assertThat(post("digest", chunked(body)).body()).isEqualTo(IntakeResource.digest(body));
    }

    @Test
    void a_large_body_is_parsed_on_a_worker_thread_and_a_small_one_at_once() throws Exception {
        assertThat(post("threads", json(100)).body()).isEqualTo("loop then loop");
        assertThat(post("threads", json(900_000)).body()).isEqualTo("worker then loop");
    }

    @Test
    void what_a_worker_refuses_reaches_the_client() throws Exception {
        assertThat(post("threads", BodyPublishers.ofString("[".repeat(200_000))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_query_is_decoded_and_one_that_cannot_be_is_refused() throws Exception {
        assertThat(get("query?metadata=%7B%22a%22:+%22%C3%A9;%22%7D")).isEqualTo("200 {a=é;}");
        assertThat(get("query?metadata=%7B%22a%22:%22;%22%7D;")).startsWith("422");
    }

    @Test
    void a_query_with_a_broken_escape_is_refused() throws Exception {
        try (Connection connection = connect()) {
            connection.send("GET /intake/query?model=%zz HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void a_small_call_takes_no_more_than_64_kilobytes() throws Exception {
        assertThat(post("small", chunked(bytes(65_536))).statusCode()).isEqualTo(200);
        assertThat(post("small", chunked(bytes(65_537))).statusCode()).isEqualTo(413);
        assertThat(post("small", BodyPublishers.ofByteArray(bytes(65_537))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_body_over_the_limit_is_answered_and_the_connection_stays_good() throws Exception {
        try (Connection connection = connect()) {
            byte[] body = bytes(20 * LIMIT);
            connection.send("POST /intake/digest HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\n\r\n");
            connection.send(body);
            String refusal = connection.readHead();
            assertThat(refusal).startsWith("HTTP/1.1 413");
            connection.skipBody(refusal);
            connection.send("POST /intake/digest HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_chunked_body_over_the_limit_is_answered_though_the_client_reads_only_at_the_end() throws Exception {
        assertThat(post("digest", chunked(bytes(20 * LIMIT))).statusCode()).isEqualTo(413);
    }

    @Test
    void a_client_that_waits_for_leave_gets_it_or_the_refusal() throws Exception {
        String head = "POST /intake/digest HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ";
        try (Connection connection = connect()) {
            connection.send(head + "100000\r\n\r\n");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 100");
            connection.send(bytes(100_000));
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
        }
        try (Connection connection = connect()) {
            connection.send(head + "9999999\r\n\r\n");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 413").contains("close");
        }
    }

    @Test
    void a_client_that_stops_sending_is_told_so() throws Exception {
        try (Connection connection = connect()) {
            connection.send("POST /intake/digest HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 408").contains("close");
        }
    }

    @Test
    void a_client_that_goes_away_in_the_middle_leaves_nothing_behind() throws Exception {
        try (Connection connection = connect()) {
            connection.send("POST /intake/hold HTTP/1.1\r\nHost: x\r\nContent-Length: " + LIMIT + "\r\n\r\n");
            connection.send(bytes(LIMIT / 2));
        }
        assertThat(post("digest", BodyPublishers.ofByteArray(bytes(LIMIT))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_waits_for_its_memory_and_goes_on_when_it_is_there() throws Exception {
        CompletableFuture<HttpResponse<String>> first = postAsync("hold", BodyPublishers.ofByteArray(bytes(LIMIT)));
        IntakeResource.held.get(30, TimeUnit.SECONDS);
        assertThat(admission.held()).isEqualTo(LIMIT);
        CompletableFuture<HttpResponse<String>> second = postAsync("digest", BodyPublishers.ofByteArray(bytes(LIMIT)));
        assertThat(post("digest", chunked(bytes(65_536))).statusCode()).isEqualTo(200);
        IntakeResource.mayGoOn.complete(null);
        assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(second.get(30, TimeUnit.SECONDS).body()).isEqualTo(IntakeResource.digest(bytes(LIMIT)));
    }

    @Test
    void a_body_that_waits_too_long_is_answered_503() throws Exception {
        CompletableFuture<HttpResponse<String>> first = postAsync("hold", BodyPublishers.ofByteArray(bytes(LIMIT)));
        IntakeResource.held.get(30, TimeUnit.SECONDS);
        assertThat(post("digest", BodyPublishers.ofByteArray(bytes(LIMIT))).statusCode())
                .isEqualTo(503);
        assertThat(post("digest", chunked(bytes(LIMIT))).statusCode()).isEqualTo(503);
        IntakeResource.mayGoOn.complete(null);
        assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void a_chunked_body_keeps_only_the_memory_that_it_needs() throws Exception {
        CompletableFuture<HttpResponse<String>> first = postAsync("hold", chunked(bytes(100_000)));
        IntakeResource.held.get(30, TimeUnit.SECONDS);
        assertThat(admission.held()).isEqualTo(100_000);
        IntakeResource.mayGoOn.complete(null);
        assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return postAsync(path, body).get(50, TimeUnit.SECONDS);
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private CompletableFuture<HttpResponse<String>> postAsync(String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(50))
                .POST(body)
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private Connection connect() throws IOException {
        return new Connection(new Socket(base.getHost(), base.getPort()));
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static BodyPublisher json(int size) {
        return BodyPublishers.ofString("{\"request\":{\"a\":\"" + "x".repeat(size) + "\"}}");
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** A client that decides itself what it sends and when it reads. */
    private record Connection(Socket socket) implements AutoCloseable {
        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.US_ASCII));
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        String readHead() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return head + "<end>";
                }
                head.append((char) next);
            }
            return head.toString();
        }

        void skipBody(String head) throws IOException {
            String length = head.toLowerCase(Locale.ROOT).replaceAll("(?s).*content-length: (\\d+).*", "$1");
            socket.getInputStream().readNBytes(Integer.parseInt(length));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
