package dev.docket.chaos;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A call that its client makes until it knows what became of it, at whatever process can be reached, always with the
 * same {@code Idempotency-Key}.
 *
 * @param then what the client does with the answer
 */
record ChaosCall(String method, String path, String body, String key, Consumer<Answer> then) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** An answer that says what became of the call. */
    record Answer(int status, JsonObject body) {
        boolean isOkay() {
            return status == 200;
        }
    }

    static ChaosCall get(String path, Consumer<Answer> then) {
        return new ChaosCall("GET", path, "", null, then);
    }

    static ChaosCall post(String path, String body, Consumer<Answer> then) {
        return new ChaosCall("POST", path, body, UUID.randomUUID().toString(), then);
    }

    /** Empty when the answer was lost, or asks for another try: the service is busy, or the database away. */
    Optional<Answer> send(ServiceProcess process) {
        try {
            HttpResponse<String> answer = HTTP.send(request(process.uri(path)), BodyHandlers.ofString());
            boolean decides = answer.statusCode() != 503 && answer.statusCode() != 429;
            return decides
                    ? Optional.of(new Answer(answer.statusCode(), new JsonObject(answer.body())))
                    : Optional.empty();
        } catch (IOException lost) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Api-Key", ServiceProcess.KEY)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return key == null
                ? request.build()
                : request.header("Idempotency-Key", key).build();
    }
}
