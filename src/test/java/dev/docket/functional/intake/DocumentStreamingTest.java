package dev.docket.functional.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.PostgresResource;
import dev.docket.job.BodyRef;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(IntakeProfile.class)
@WithTestResource(PostgresResource.class)
@Timeout(60)
class DocumentStreamingTest {
    private static final int LARGE = 30 * 1024 * 1024;

    @TestHTTPResource("/intake/")
    URL base;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void mendTheBodies() {
        IntakeResource.BODIES.loseAfter(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 63_000, 65_536, 262_142, 262_143, 1_000_000, LARGE})
    void a_job_of_any_size_arrives_whole(int size) throws Exception {
        HttpResponse<String> answer = get("job?bytes=" + size);
        assertThat(answer.body())
                .startsWith("{\"id\":\"job_")
                .contains("\"request\":{},\"response\":{\"status_code\":200,\"body\":\"" + "x".repeat(size)
                        + "\"},\"error\":null")
                .endsWith("\"warnings\":null}");
        assertThat(answer.headers().allValues("content-type")).containsExactly("application/json");
    }

    @Test
    void a_small_answer_has_a_length_and_a_large_one_is_chunked() throws Exception {
        assertThat(get("job?bytes=1000").headers().firstValue("content-length")).isPresent();
        assertThat(get("job?bytes=100000").headers().firstValue("transfer-encoding"))
                .contains("chunked");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000_000})
    void a_document_may_come_with_a_status_and_headers(int size) throws Exception {
        HttpResponse<String> answer = get("accepted?bytes=" + size);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("x-docket")).contains("1");
        assertThat(answer.headers().allValues("content-type")).containsExactly("application/json");
        assertThat(answer.body()).endsWith("\"warnings\":null}");
    }

    @Test
    void a_page_of_large_jobs_arrives_whole() throws Exception {
        String body = get("list?bytes=3000000").body();
        assertThat(body).startsWith("{\"object\":\"list\",\"data\":[{\"id\":").endsWith("\"after\":null}}");
        assertThat(body).hasSizeGreaterThan(6_000_000);
    }

    @Test
    void a_body_is_read_only_as_fast_as_the_client_takes_it() throws Exception {
        int before = IntakeResource.BODIES.piecesRead();
        try (Socket socket = ask("job?bytes=" + LARGE)) {
            InputStream in = socket.getInputStream();
            in.readNBytes(100_000);
            int soFar = stillStanding();
            assertThat(soFar - before).isLessThan(LARGE / BodyRef.CHUNK / 2);
            in.readNBytes(10_000_000);
            assertThat(IntakeResource.BODIES.piecesRead()).isGreaterThan(soFar);
        }
        assertThat(stillStanding() - before).isLessThan(LARGE / BodyRef.CHUNK);
    }

    @Test
    void an_answer_that_broke_off_does_not_look_complete() {
        IntakeResource.BODIES.loseAfter(2);
        assertThatThrownBy(() -> get("job?bytes=1000000")).isInstanceOf(IOException.class);
    }

    @Test
    void a_body_that_was_never_there_leaves_a_good_answer() throws Exception {
        IntakeResource.BODIES.loseAfter(0);
        HttpResponse<String> answer = get("job?bytes=1000000");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"request\":null,\"response\":null", "request_unavailable", "response_unavailable");
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Opens a connection with a small receive window, so that the server notices a reader that stops. */
    private Socket ask(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(64 * 1024);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        String head = "GET " + base.getPath() + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The number of pieces read, once other calls on the same server have gone by without its rising. */
    private int stillStanding() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        int last = -1;
        int now = IntakeResource.BODIES.piecesRead();
        while (now != last && System.nanoTime() < deadline) {
            last = now;
            for (int call = 0; call < 20; call++) {
                client.send(HttpRequest.newBuilder(URI.create(base + "none")).build(), BodyHandlers.discarding());
            }
            now = IntakeResource.BODIES.piecesRead();
        }
        return now;
    }
}
