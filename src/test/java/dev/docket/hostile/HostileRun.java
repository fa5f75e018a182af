package dev.docket.hostile;

import dev.docket.chaos.ServiceProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Sends documents as jobs, one an endpoint, and tells how they ended. */
final class HostileRun {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PARSE = "/v1/documents/parse";
    private static final JsonArray NAMES = new JsonArray(
            "[{\"name\":\"invoice\",\"description\":\"a bill\"},{\"name\":\"other\",\"description\":\"the rest\"}]");
    private static final JsonObject SCHEMA = new JsonObject("{\"type\":\"object\",\"properties\":{"
            + "\"name\":{\"type\":[\"string\",\"null\"]},\"total\":{\"type\":[\"number\",\"null\"]},"
            + "\"lines\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"item\":{\"type\":"
            + "\"string\"},\"price\":{\"type\":\"number\"}}}}}}");

    /** What a job on each endpoint has beside its document. */
    private static final Map<String, JsonObject> READING = Map.of(
            PARSE,
            new JsonObject(),
            "/v1/documents/extract",
            new JsonObject().put("json_schema", SCHEMA),
            "/v1/documents/classify",
            new JsonObject().put("categories", NAMES),
            "/v1/documents/split",
            new JsonObject().put("subdocuments", NAMES),
            "/v1/schemas/generate",
            new JsonObject());

    private static final Map<String, JsonObject> EDITING = Map.of(
            "/v1/edit/agent/fill",
            new JsonObject().put("instructions", "name: Ada"),
            "/v1/edit/templates/generate",
            new JsonObject());

    /** A call that was refused, or a job that has ended. */
    record Ended(String endpoint, String outcome, String body) {}

    private final ServiceProcess service;

    HostileRun(ServiceProcess service) {
        this.service = service;
    }

    List<Ended> read(HostileDocument document, byte[] file) {
        return run(READING, document.filename(), document.type(), file);
    }

    List<Ended> edit(HostileDocument document, byte[] file) {
        return run(EDITING, document.filename(), document.type(), file);
    }

    /** What parse has read of a note. */
    String note(String text) {
        Map<String, JsonObject> parse = Map.of(PARSE, READING.get(PARSE));
        return parsed(run(parse, "note.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    static String parsed(List<Ended> ended) {
        return ended.stream()
                .filter(each -> each.endpoint().equals(PARSE))
                .map(each -> new JsonObject(each.body()).getJsonObject("response"))
                .map(response -> response.getJsonObject("body").getString("text"))
                .findFirst()
                .orElseThrow();
    }

    /** All jobs of the document at once, as clients would send them. */
    private List<Ended> run(Map<String, JsonObject> endpoints, String filename, String type, byte[] bytes) {
        JsonObject document = new JsonObject()
                .put("filename", filename)
                .put("url", "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
        List<Ended> ended = new ArrayList<>();
        Map<String, String> jobs = new LinkedHashMap<>();
        endpoints.forEach((path, more) -> {
            HttpResponse<String> created = service.post("/v1/jobs?include_request=false", body(path, more, document));
            JsonObject answer = new JsonObject(created.body());
            if (created.statusCode() == 200) {
                jobs.put(path, answer.getString("id"));
            } else {
                String code = answer.getJsonObject("detail").getString("code");
                ended.add(new Ended(path, created.statusCode() + " `" + code + "`", created.body()));
            }
        });
        jobs.forEach((path, id) -> ended.add(ended(path, id)));
        return ended;
    }

    private static String body(String path, JsonObject more, JsonObject document) {
        JsonObject request = more.copy().put("model", "retab-small");
        if (path.equals("/v1/schemas/generate")) {
            request.put("documents", new JsonArray().add(document));
        } else {
            request.put("document", document);
        }
        return new JsonObject().put("endpoint", path).put("request", request).encode();
    }

    private Ended ended(String path, String id) {
        Awaitility.await(path)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !List.of("queued", "in_progress").contains(status(id)));
        JsonObject error = new JsonObject(
                        service.get("/v1/jobs/" + id + "?include_request=false&include_response=false")
                                .body())
                .getJsonObject("error");
        String job = service.get("/v1/jobs/" + id + "?include_request=false").body();
        return new Ended(path, error == null ? "read" : "`" + error.getString("code") + "`", job);
    }

    private String status(String id) {
        return new JsonObject(service.get("/v1/jobs/" + id + "/status").body()).getString("status");
    }
}
