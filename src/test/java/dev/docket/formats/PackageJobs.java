package dev.docket.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.chaos.ServiceProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Jobs of a process of the packaged service, as a client makes them and waits for them. */
final class PackageJobs implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> LIVE = List.of("validating", "queued", "in_progress");

    private final ServiceProcess service;

    private PackageJobs(ServiceProcess service) {
        this.service = service;
    }

    /** With a database of its own in the directory. */
    static PackageJobs start(Path directory) {
        return new PackageJobs(ServiceProcess.start(directory, Map.of()));
    }

    void assertNoComplaintIsLogged() {
        assertThat(service.log()).doesNotContain(" ERROR ").doesNotContain(" WARN ");
    }

    @Override
    public void close() {
        service.close();
    }

    static JsonObject document(Sample sample) {
        return new JsonObject()
                .put("filename", sample.filename())
                .put(
                        "url",
                        "data:" + sample.type() + ";base64,"
                                + Base64.getEncoder().encodeToString(sample.bytes()));
    }

    static JsonObject request(Sample sample) {
        return new JsonObject().put("document", document(sample)).put("model", "retab-small");
    }

    static JsonArray names(String... names) {
        JsonArray all = new JsonArray();
        for (String name : names) {
            all.add(new JsonObject().put("name", name).put("description", "a document of that kind"));
        }
        return all;
    }

    /** What is at a path besides jobs. */
    HttpResponse<String> page(String path) {
        return service.get(path);
    }

    /** What a direct call answers, which must be well. */
    JsonObject post(String path, JsonObject body) {
        var answer = service.post(path, body.encode());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return new JsonObject(answer.body());
    }

    /** The body of the answer of a job, which must have completed. */
    JsonObject completed(String endpoint, JsonObject request) {
        JsonObject ended = ended(endpoint, request);
        assertThat(ended.getString("status")).as(ended.encode()).isEqualTo("completed");
        return ended.getJsonObject("response").getJsonObject("body");
    }

    private JsonObject ended(String endpoint, JsonObject request) {
        JsonObject create = new JsonObject().put("endpoint", endpoint).put("request", request);
        String id = post("/v1/jobs?include_request=false", create).getString("id");
        Awaitility.await(endpoint)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !LIVE.contains(get(id + "/status").getString("status")));
        return get(id + "?include_request=false");
    }

    private JsonObject get(String job) {
        return new JsonObject(service.get("/v1/jobs/" + job).body());
    }
}
