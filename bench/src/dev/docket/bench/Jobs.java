package dev.docket.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The two calls that are measured, over one kept connection. */
public final class Jobs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOB = """
            {"endpoint":"/v1/documents/parse",
             "request":{"document":{"filename":"note.txt","url":"data:text/plain;base64,aGVsbG8="}}}
            """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    public Jobs(String url) {
        this.url = url;
    }

    /** An answered cancel; the times are those of {@link System#nanoTime()}. */
    public record Cancel(String status, long sent, long answered) {}

    public String create() throws Exception {
        return post("/v1/jobs?include_request=false", JOB).get("id").asText();
    }

    public Cancel cancel(String job) throws Exception {
        long sent = System.nanoTime();
        JsonNode answer = post("/v1/jobs/" + job + "/cancel?include_request=false", "");
        return new Cancel(answer.get("status").asText(), sent, System.nanoTime());
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Api-Key", ServiceProcess.KEY)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
