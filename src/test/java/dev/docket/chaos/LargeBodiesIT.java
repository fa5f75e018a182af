package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many large creates at once in a heap that could not hold them all. */
class LargeBodiesIT {
    private static final int CALLERS = 20;
    private static final int THIRTY_MEGABYTES = 30 * 1024 * 1024;

    @TempDir
    Path directory;

    @Test
    void twenty_creates_of_thirty_megabytes_at_once_are_stored_or_refused_clearly() throws IOException {
        Path body = Documents.large(directory, THIRTY_MEGABYTES);
        try (ServiceProcess service = ServiceProcess.start(directory, Map.of("DOCKET_ROLES", "api"), "-Xmx1g")) {
            List<HttpResponse<String>> answers = createAll(service, body);

            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503));
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).isNotEmpty();
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 503).allSatisfy(answer -> {
                assertThat(answer.body()).contains("\"code\":\"busy\"");
                assertThat(answer.headers().firstValue("retry-after")).isPresent();
            });
            assertThat(service.log()).doesNotContain("has been blocked").doesNotContain("OutOfMemory");
            assertRequestIsAsSent(service, stored(answers), body);
        }
    }

    private static List<HttpResponse<String>> createAll(ServiceProcess service, Path body) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            return IntStream.range(0, CALLERS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> service.post("/v1/jobs?include_request=false", body), callers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            callers.shutdown();
        }
    }

    private static String stored(List<HttpResponse<String>> answers) {
        return answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> new JsonObject(answer.body()).getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRequestIsAsSent(ServiceProcess service, String job, Path body) throws IOException {
        String sent = Files.readString(body);
        String request = sent.substring(sent.indexOf("{\"document\""), sent.length() - 1);
        assertThat(service.get("/v1/jobs/" + job).body().contains(request)).isTrue();
    }
}
